package norma.definitions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norma.diagnostics.Printer;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Text;
import norma.judge.DrlRules;
import norma.standard.Method;
import norma.standard.Norm;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.junit.jupiter.api.Test;

/** The shipped definitions as a whole, together with the shipped rules in DRL: without a problem, and in both languages. */
class ShippedLibraryTest {

    private static final Problems PROBLEMS = new Problems();
    private static final DrlRules RULES = DrlRules.compile(sources(Path.of("..", "rules"), ".drl"), PROBLEMS)
            .orElseThrow(() -> new AssertionError(told()));
    private static final Standards STANDARDS = Definitions.read(
                    sources(Path.of(""), ".yaml"), RULES.declared(), PROBLEMS)
            .orElseThrow(() -> new AssertionError(told()));

    @Test
    void isReadWithoutAnyProblem() {
        assertEquals("", told());
        assertTrue(STANDARDS.kpis().size() >= 30, "about thirty definitions are promised");
        assertTrue(STANDARDS.deviations().size() >= 15);
        assertEquals(
                Set.of("client_part", "client_terms", "head_team_breaks_norms"),
                RULES.declared().keySet());
    }

    @Test
    void everythingThatAUserSeesHasATitleInBothLanguages() {
        Map<String, Text> titles = new TreeMap<>();
        STANDARDS.kpis().forEach((id, kpi) -> titles.put(id, kpi.title()));
        STANDARDS.norms().forEach((id, norm) -> titles.put(id, norm.title()));
        STANDARDS.deviations().forEach((id, rule) -> titles.put(id, rule.title()));
        STANDARDS.decisions().forEach((id, rule) -> titles.put(id, rule.title()));
        actions().forEach(action -> titles.put(action, STANDARDS.model().title("action", action)));
        STANDARDS
                .model()
                .pipelines()
                .values()
                .forEach(stages -> stages.forEach(
                        stage -> titles.put("stage " + stage, STANDARDS.model().title("stage", stage))));
        values("segment")
                .forEach(segment ->
                        titles.put("segment " + segment, STANDARDS.model().title("segment", segment)));

        Set<String> wanting = titles.entrySet().stream()
                .filter(entry -> !isTitle(entry.getKey(), entry.getValue()))
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), wanting);
    }

    /** English without Cyrillic letters, Russian with some, and neither of them the id. */
    private static boolean isTitle(String id, Text title) {
        return !title.en().equals(id)
                && !title.ru().equals(id)
                && title.en().chars().noneMatch(ShippedLibraryTest::isCyrillic)
                && title.ru().chars().anyMatch(ShippedLibraryTest::isCyrillic);
    }

    private static boolean isCyrillic(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
    }

    @Test
    void everyDeviationIsAnsweredByADecision() {
        Set<String> unanswered = new TreeSet<>(STANDARDS.deviations().keySet());
        unanswered.addAll(RULES.declared().keySet());
        STANDARDS.decisions().values().forEach(decision -> unanswered.remove(decision.when()));

        assertEquals(Set.of(), unanswered);
    }

    @Test
    void everyNormIsUsedByADeviation() {
        Set<String> unused = new TreeSet<>(STANDARDS.norms().keySet());
        STANDARDS.deviations().values().forEach(rule -> rule.breaks()
                .ifPresent(table -> unused.remove(table.norm().id())));

        assertEquals(Set.of(), unused);
    }

    @Test
    void everyStageAndSegmentThatIsNamedExists() {
        for (Norm norm : STANDARDS.norms().values())
            for (Norm.Override row : norm.overrides())
                row.where().forEach((dimension, value) -> {
                    if (!values(dimension).isEmpty())
                        assertTrue(values(dimension).contains(value), norm.id() + ": " + value);
                });
        STANDARDS.lists().forEach((id, list) -> assertTrue(values("stage").containsAll(list), id + ": " + list));
        STANDARDS.kpis().values().forEach(kpi -> {
            if (kpi.method() instanceof Method.Conversion conversion) {
                assertTrue(values("stage").contains(conversion.from()), kpi.id());
                assertTrue(conversion.to().equals("won") || values("stage").contains(conversion.to()), kpi.id());
            }
        });
    }

    @Test
    void noActionOfTheModelIsLeftOver() {
        Set<String> titled = STANDARDS.model().titles().keySet().stream()
                .filter(key -> key.startsWith("action:"))
                .map(key -> key.substring("action:".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        titled.removeAll(actions());

        assertEquals(Set.of(), titled);
    }

    private static List<String> values(String domain) {
        return STANDARDS.model().domains().getOrDefault(domain, List.of());
    }

    private static Set<String> actions() {
        Set<String> actions = new LinkedHashSet<>();
        STANDARDS.decisions().values().forEach(rule -> rule.ladder().forEach(step -> actions.add(step.action())));
        return actions;
    }

    private static String told() {
        return new Printer(Locale.ENGLISH).print(PROBLEMS.all());
    }

    private static List<Source> sources(Path root, String suffix) {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(suffix)).sorted().toList()) {
                Path path = root.relativize(file);
                if (path.startsWith("src") || path.startsWith("target")) continue;
                sources.add(new Source(path.toString(), Files.readString(file)));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return sources;
    }
}
