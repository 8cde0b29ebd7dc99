package norma.server.cli;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real program in a process of its own, through the launcher at the root of the project. */
@DisabledOnOs(OS.WINDOWS)
class ProcessTest {

    @TempDir
    Path home;

    /** A checkout that is built: the launcher, and a jar that stands for the classes under test. */
    @BeforeEach
    void aBuiltCheckout() throws IOException {
        Files.copy(Outcome.root().resolve("norma"), home.resolve("norma"), COPY_ATTRIBUTES);
        Files.createDirectories(home.resolve("server/target"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.from(Instant.EPOCH));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Norma.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
        try (OutputStream file = Files.newOutputStream(home.resolve("server/target/norma-server.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            jar.finish();
        }
    }

    private static String classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
    }

    @Test
    void judgesTheFirmAndExitsWithItsFindings() throws Exception {
        Path firm = Outcome.firm();

        Outcome outcome = launch(
                "run",
                "--definitions",
                firm.toString(),
                "--facts",
                firm.resolve("facts").toString(),
                "--as-of",
                "2026-03-16T12:00+03:00",
                "--lang",
                "ru");

        assertEquals(Norma.FINDINGS, outcome.exit(), outcome.err());
        assertEquals("", outcome.err());
        assertEquals(Files.readString(firm.resolveSibling("golden").resolve("run.ru.txt")), outcome.text());
    }

    @Test
    void exitsWithItsRefusal() throws Exception {
        Outcome outcome = launch("run", "--facts", "nowhere", "--lang", "en");

        assertEquals(Norma.REFUSED, outcome.exit());
        assertTrue(outcome.err().startsWith("norma: "), outcome.err());
        assertEquals("", outcome.out());
    }

    private Outcome launch(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("norma").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int exit = process.start().waitFor();
        return new Outcome(
                exit,
                Files.readString(home.resolve("out"), StandardCharsets.UTF_8),
                Files.readString(home.resolve("err"), StandardCharsets.UTF_8));
    }
}
