package norma.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import norma.diagnostics.Printer;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import org.junit.jupiter.api.Test;

/**
 * The public cases of the YAML community, right and wrong ones: each is read, or refused with problems in their places.
 * What becomes of each stands in {@code outcomes.txt}, which {@code -Dgolden.update=true} writes anew.
 */
class YamlTestSuiteTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "yaml-test-suite");

    /** Wrong, and read all the same: the parser is of YAML 1.1, which is laxer in places. */
    private static final Set<String> READ_THOUGH_WRONG = Set.of("9C9N", "DK95/01", "QB6E", "S98Z", "SU5Z");

    private record Case(String name, boolean wrong, String text) {}

    private record Outcome(Case of, boolean read, List<Problem> problems) {

        static Outcome of(Case yaml) {
            Problems problems = new Problems();
            Optional<Node.Mapping> read = Document.read(new Source(yaml.name(), yaml.text()), problems);
            return new Outcome(yaml, read.isPresent(), problems.all());
        }

        @Override
        public String toString() {
            String found = problems.stream()
                    .map(problem -> problem.code() + " "
                            + problem.span().line() + ":"
                            + problem.span().column())
                    .collect(Collectors.joining(", "));
            return of.name() + (of.wrong() ? " wrong: " : ": ") + (read ? "read" : found);
        }
    }

    @Test
    void eachIsReadOrRefusedInItsPlace() throws IOException {
        List<Outcome> outcomes = cases().stream().map(Outcome::of).toList();
        assertEquals(406, outcomes.size());
        outcomes.forEach(YamlTestSuiteTest::isSound);
        String told = outcomes.stream().map(Outcome::toString).collect(Collectors.joining("\n")) + "\n";
        Path golden = FOLDER.resolve("outcomes.txt");
        if (Boolean.getBoolean("golden.update")) Files.writeString(golden, told);
        assertEquals(Files.readString(golden), told);
    }

    private static void isSound(Outcome outcome) {
        assertEquals(outcome.read(), outcome.problems().isEmpty(), outcome::toString);
        for (Problem problem : outcome.problems()) {
            List<String> lines = outcome.of().text().lines().toList();
            int line = problem.span().line();
            assertTrue(line >= 1 && line <= lines.size() + 1, outcome::toString);
            int length = line > lines.size() ? 0 : lines.get(line - 1).length();
            assertTrue(problem.span().column() >= 1 && problem.span().column() <= length + 1, outcome::toString);
        }
        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("ru")))
            assertEquals(
                    outcome.read(),
                    new Printer(locale).print(outcome.problems()).isEmpty());
    }

    @Test
    void wrongOnesAreRefused() throws IOException {
        Set<String> read = cases().stream()
                .filter(Case::wrong)
                .filter(yaml -> Outcome.of(yaml).read())
                .map(Case::name)
                .collect(Collectors.toSet());
        assertEquals(READ_THOUGH_WRONG, read);
    }

    /** A case begins with {@code ===}, its lines with {@code |}; blanks that nobody would see are written with marks. */
    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String part : Files.readString(FOLDER.resolve("cases.txt")).split("(?m)^=== ")) {
            if (part.isEmpty()) continue;
            String[] head = part.lines().findFirst().orElseThrow().split(" ");
            String text =
                    part.lines().skip(1).map(line -> line.substring(1) + "\n").collect(Collectors.joining());
            cases.add(new Case(head[0], head.length > 1, unmarked(text)));
        }
        assertFalse(cases.isEmpty());
        return cases;
    }

    private static String unmarked(String text) {
        return text.replace("␣", " ")
                .replaceAll("—*»", "\t")
                .replace("↵", "")
                .replaceAll("∎\n*$", "")
                .replace("←", "\r")
                .replace("⇔", "\uFEFF");
    }
}
