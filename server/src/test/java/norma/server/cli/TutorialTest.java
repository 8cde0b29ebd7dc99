package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what the tutorial says, in a folder of its own: writes each file, runs each command after a {@code $}, and compares what it
 * prints with what stands below; a line {@code …} stands for any lines.
 */
class TutorialTest {

    private static final Pattern BLOCK =
            Pattern.compile("^```(yaml|console)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("# (kpi-definitions/\\S+)\\n.*", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("^\\$ \\./norma (.*)\\n", Pattern.MULTILINE);

    @TempDir
    Path home;

    @Test
    void everyCommandPrintsWhatThePageShows() throws IOException {
        copy("kpi-definitions");
        copy("rules");
        String page = Files.readString(Outcome.root().resolve("docs/language.md"));
        StringBuilder printed = new StringBuilder();
        int commands = 0;
        for (Matcher block = BLOCK.matcher(page); block.find(); ) {
            String code = block.group(2);
            Matcher file = FILE.matcher(code);
            if (block.group(1).equals("yaml")) {
                if (file.matches()) Files.writeString(home.resolve(file.group(1)), code);
                continue;
            }
            List<String> expected = Stream.of(COMMAND.split(code)).skip(1).toList();
            Matcher command = COMMAND.matcher(code);
            for (int i = 0; command.find(); i++, commands++) {
                String out = run(command.group(1));
                String shown = i < expected.size() ? expected.get(i) : "";
                if (!like(shown).matcher(out).matches())
                    printed.append(command.group()).append(out).append('\n');
            }
        }
        assertTrue(commands >= 5, "the tutorial has its commands");
        assertEquals("", printed.toString(), "what is printed is not what the page shows");
    }

    /** The page's lines, any lines where a line is …; a page says nothing of a folder or of a digest. */
    private static Pattern like(String shown) {
        return Pattern.compile(shown.replaceAll("[\\u00a0\\u202f]", " ")
                .lines()
                .map(line -> line.equals("…") ? "(.*\\n)*?" : Pattern.quote(line) + "\\n")
                .collect(Collectors.joining()));
    }

    private String run(String arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
        PrintStream lines = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream aside = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Norma.run(new Shell(lines, aside, Map.of(), clock, false, false, home), arguments.split(" "));
        return out.toString(StandardCharsets.UTF_8)
                .replaceAll("[^\\s:]*" + Pattern.quote(home.getFileName() + "/"), "")
                .replaceAll("[\\u00a0\\u202f]", " ")
                .replaceAll(" +(?=\\n)", "");
    }

    private void copy(String folder) throws IOException {
        Path from = Outcome.root().resolve(folder);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = from.relativize(file).toString();
                if (path.startsWith("target") || path.startsWith("src")) continue;
                Path to = home.resolve(folder).resolve(path);
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }
}
