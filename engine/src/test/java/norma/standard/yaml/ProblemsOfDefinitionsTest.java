package norma.standard.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import norma.diagnostics.Printer;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.standard.DeclaredDeviation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code src/test/resources/definitions} holds definitions with all that is to be said of them beside them,
 * in Russian too where there is an {@code expected.ru.txt}. They are read together with {@code firm.yaml}, unless the
 * folder has a firm of its own. After a change that is meant, {@code -Dgolden.update=true} writes those texts anew.
 */
class ProblemsOfDefinitionsTest {

    private static final Path CASES = Path.of("src", "test", "resources", "definitions");
    private static final Map<String, DeclaredDeviation> DECLARED_IN_DRL =
            Map.of("from_drl", new DeclaredDeviation("client", Span.nowhere()));

    static List<String> cases() throws IOException {
        return files(CASES)
                .filter(Files::isDirectory)
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everythingIsToldAtOnce(String name) throws IOException {
        Path folder = CASES.resolve(name);
        List<Source> sources = new ArrayList<>();
        if (!Files.exists(folder.resolve("firm.yaml"))) sources.add(source(CASES.resolve("firm.yaml")));
        for (Path file :
                files(folder).filter(f -> f.toString().endsWith(".yaml")).toList()) sources.add(source(file));
        Problems problems = new Problems();

        boolean inForce = Definitions.read(sources, DECLARED_IN_DRL, problems).isPresent();

        assertEquals(!inForce, problems.hasErrors());
        compare(folder.resolve("expected.txt"), new Printer(Locale.ENGLISH).print(problems.all()));
        Path russian = folder.resolve("expected.ru.txt");
        if (Files.exists(russian)) compare(russian, new Printer(Locale.forLanguageTag("ru")).print(problems.all()));
    }

    private static void compare(Path expected, String told) throws IOException {
        if (Boolean.getBoolean("golden.update")) Files.writeString(expected, told);
        assertTrue(Files.exists(expected), "no " + expected + ": write it with -Dgolden.update=true and read it");
        assertEquals(Files.readString(expected), told);
    }

    private static Source source(Path file) throws IOException {
        return new Source(file.getFileName().toString(), Files.readString(file));
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }
}
