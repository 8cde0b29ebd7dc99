package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import norma.diagnostics.Printer;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.fact.Catalogue;
import norma.server.starter.Starter;
import norma.standard.DeclaredDeviation;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first file is read as it stands, whatever it is for. */
class NewTest {

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheFirm() throws IOException {
        try (Stream<Path> files = Files.list(Outcome.firm())) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                Files.copy(file, folder.resolve(file.getFileName()));
        }
    }

    @Test
    void aNormsWayFromTheFigureToTheTask() {
        for (String lang : List.of("en", "ru")) {
            fresh(lang, "kpi", "age_" + lang, "deal");
            fresh(lang, "norm", "age_limit_" + lang, "age_" + lang);
            fresh(lang, "deviation", "too_old_" + lang, "age_limit_" + lang);
            fresh(lang, "decision", "hurry_" + lang, "too_old_" + lang);
        }

        Outcome check = Outcome.of("check", folder.toString());

        List<String> problems =
                check.out().lines().filter(line -> line.contains(" [")).toList();
        assertEquals(1, problems.size(), check.out());
        assertTrue(problems.get(0).contains("definitions.yaml:66:62: warning [expired-row]"), check.out());
    }

    private void fresh(String lang, String kind, String id, String base) {
        Outcome written =
                Outcome.of("new", kind, id, "--for", base, "--definitions", folder.toString(), "--lang", lang);
        assertEquals(Norma.CLEAN, written.exit(), written.err());
        assertTrue(Files.exists(folder.resolve(id + ".yaml")));
    }

    @Test
    void aFileThatExistsIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), "schema: 1\n");

        Outcome refused = Outcome.of("new", "kpi", "mine", "--definitions", folder.toString());

        assertEquals(Norma.REFUSED, refused.exit());
        assertEquals("schema: 1\n", Files.readString(folder.resolve("mine.yaml")));
    }

    @Test
    void nothingIsWrittenThatCouldNotBeRead() {
        Map<String, List<String>> refusals = Map.of(
                "bad-id", List.of("kpi", "Bad-Id"),
                "duplicate-id", List.of("kpi", "stage_age"),
                "a norm needs its KPI: --for ID", List.of("norm", "limit"),
                "--for: there is no 'del'; the nearest are deal", List.of("kpi", "age", "--for", "del"));
        refusals.forEach((said, asked) -> {
            List<String> arguments = new ArrayList<>(List.of("new"));
            arguments.addAll(asked);
            arguments.addAll(List.of("--definitions", folder.toString()));

            Outcome refused = Outcome.of(arguments.toArray(String[]::new));

            assertEquals(Norma.REFUSED, refused.exit());
            assertTrue(refused.err().contains(said), refused.err());
            assertFalse(Files.exists(folder.resolve(asked.get(1) + ".yaml")));
        });
    }

    @Test
    void everyTypeOfFactHasAFirstKpi() {
        Catalogue.TYPES.forEach(type -> assertRead(starter().kpi(type)));
    }

    @Test
    void everyKpiThatHasMoreAndLessHasAFirstNorm() {
        List<String> texts = library().kpis().values().stream()
                .flatMap(kpi -> starter().norm(kpi).stream())
                .toList();

        assertTrue(texts.size() > 40, texts.size() + " norms");
        texts.forEach(NewTest::assertRead);
    }

    @Test
    void everyNormHasAFirstDeviation() {
        library().norms().values().forEach(norm -> assertRead(starter().deviation(norm)));
    }

    @Test
    void everyDeviationHasAFirstDecision() {
        library().deviations().values().forEach(rule -> {
            List<String> texts = Starter.assignees(rule.on().name(), library()).stream()
                    .map(assignee -> starter().decision(rule.id(), Optional.of(rule), assignee, "review"))
                    .toList();
            assertTrue(texts.stream().anyMatch(text -> errors(text).isEmpty()), rule.id() + ": " + texts);
        });
    }

    private static Starter starter() {
        return new Starter("first_of_its_kind", Locale.ENGLISH);
    }

    private static void assertRead(String text) {
        assertEquals("", errors(text), text);
    }

    private static String errors(String text) {
        List<Source> sources = new ArrayList<>(files().yaml());
        sources.add(new Source("first.yaml", text));
        Problems problems = new Problems();
        Definitions.read(sources, DECLARED, problems);
        return new Printer(Locale.ENGLISH)
                .print(problems.all().stream()
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                        .toList());
    }

    /** What the rules in DRL declare, of which these tests need the names only. */
    private static final Map<String, DeclaredDeviation> DECLARED = Map.of(
            "client_part",
            new DeclaredDeviation("client", Span.nowhere()),
            "client_terms",
            new DeclaredDeviation("client", Span.nowhere()),
            "head_team_breaks_norms",
            new DeclaredDeviation("employee", Span.nowhere()));

    private static final Standards LIBRARY =
            Definitions.read(files().yaml(), DECLARED, new Problems()).orElseThrow();

    private static Standards library() {
        return LIBRARY;
    }

    private static DefinitionFiles files() {
        return DefinitionFiles.under(List.of(Outcome.root().resolve("kpi-definitions")));
    }
}
