package norma.server.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a command sees of the outside.
 *
 * @param clock the only source of the current time
 * @param home the folder that Norma's own definitions and rules are in
 */
public record Shell(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Clock clock,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Path home,
        InputStream in,
        boolean inIsTerminal) {

    /** With nothing to read. */
    Shell(
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            Clock clock,
            boolean outIsTerminal,
            boolean errIsTerminal,
            Path home) {
        this(out, err, environment, clock, outIsTerminal, errIsTerminal, home, InputStream.nullInputStream(), false);
    }

    /** That of this process; output is UTF-8 whatever the platform prefers. */
    static Shell ofProcess() {
        boolean interactive = System.console() != null;
        return new Shell(
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.getenv(),
                Clock.systemUTC(),
                terminal("stdout").orElse(interactive),
                terminal("stderr").orElse(interactive),
                Path.of(System.getProperty("norma.home", ".")).toAbsolutePath().normalize(),
                new FileInputStream(FileDescriptor.in),
                terminal("stdin").orElse(interactive));
    }

    /** What the launcher saw; Java cannot tell the two streams apart. */
    private static Optional<Boolean> terminal(String stream) {
        return Optional.ofNullable(System.getProperty("norma.terminal")).map(streams -> streams.contains(stream));
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
