package norma.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import norma.Engine;
import norma.deviation.Deviation;
import norma.deviation.Episode;
import norma.fact.Deal;
import norma.fact.Fact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped definitions and rules find what was planted in the demo company, not the controls, and no other deal. */
class ShippedRulesTest {

    /** A large client that loses us money is found by the rule in YAML, or by the one of two in DRL that says more and mutes it. */
    private static final Map<String, Set<String>> RULES_OF_KIND =
            Map.of("client_loss_making_large", Set.of("client_loss_making_large", "client_part", "client_terms"));

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static Judged judged;
    private static Engine engine;

    @BeforeAll
    static void judge(@TempDir Path folder) throws IOException {
        judged = Judged.in(folder);
        engine = judged.at(judged.demo().asOf().toEpochMilli());
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void everythingPlantedIsFound() {
        Map<String, Set<String>> missed = new TreeMap<>();
        planted(false).forEach(each -> {
            Set<String> missing = new TreeSet<>(each.ids());
            missing.removeAll(found(each.kind()));
            if (!missing.isEmpty()) missed.put(each.kind(), missing);
        });
        assertEquals(Map.of(), missed);
        assertEquals(17, planted(false).stream().map(Planted::kind).distinct().count());
    }

    @Test
    void noControlIsFound() {
        planted(true).forEach(each -> {
            Set<String> wrong = new TreeSet<>(each.ids());
            wrong.retainAll(found(each.kind()));
            assertEquals(Set.of(), wrong, () -> each.kind() + ": " + each.why().en());
        });
    }

    @Test
    void noOtherDealIsFound() {
        Set<String> kinds = planted(false).stream()
                .filter(each -> each.subject().equals("deal"))
                .map(Planted::kind)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(7, kinds.size());
        kinds.forEach(kind -> assertEquals(idsOf(kind), found(kind), kind));
    }

    @Test
    void noOtherSubjectOfTheRulesInDrlIsFound() {
        assertEquals(idsOf("client_loss_making_large"), found("client_loss_making_large"));
        assertEquals(idsOf("head_team_breaks_norms"), found("head_team_breaks_norms"));
    }

    @Test
    void everyRuleCouldBeJudgedAndEachDeviationHasItsWordsAndItsDecision() {
        assertEquals(List.of(), List.copyOf(engine.failures()));
        engine.deviations().forEach(deviation -> {
            String told = deviation.message().en() + " / " + deviation.message().ru();
            assertFalse(told.contains("{") || told.contains("null") || told.contains("—,"), told);
        });
        Set<String> answered = engine.decisions().stream()
                .map(decision -> decision.deviation())
                .collect(Collectors.toSet());
        Set<String> withDecision = judged.standards().decisions().values().stream()
                .map(rule -> rule.when())
                .collect(Collectors.toSet());
        engine.deviations().stream()
                .filter(deviation -> withDecision.contains(deviation.rule()))
                .forEach(deviation -> assertTrue(answered.contains(deviation.id()), deviation.id()));
    }

    @Test
    void threeMonthsEarlierEachDealIsAsItWasThen() {
        Instant then =
                judged.demo().asOf().atZone(DemoCompany.ZONE).minusMonths(3).toInstant();
        LocalDateTime local = LocalDateTime.ofInstant(then, DemoCompany.ZONE);
        Map<String, String> statuses = statuses(local::isAfter);
        Map<String, String> today = statuses(time -> true);
        try (Engine earlier = judged.at(then.toEpochMilli())) {
            Map<String, String> found = new TreeMap<>();
            for (Fact fact : earlier.facts(Deal.TYPE))
                found.put(fact.id(), Objects.toString(((Deal) fact).status(), "open"));

            assertEquals(statuses, found);
            long closedLater = found.entrySet().stream()
                    .filter(deal -> deal.getValue().equals("open") && !Objects.equals(today.get(deal.getKey()), "open"))
                    .count();
            assertTrue(closedLater > 50, "deals that closed later are open then: " + closedLater);
            assertTrue(found.size() < today.size());
            assertEquals(List.of(), List.copyOf(earlier.failures()));
            assertFalse(earlier.deviations().isEmpty());
            earlier.deviations()
                    .forEach(deviation -> assertTrue(deviation.since() <= then.toEpochMilli(), deviation.id()));
        }
    }

    /** A jump of days sees a recovery only when it lands, so that what is recovering is left aside. */
    @Test
    void whatIsFoundDoesNotDependOnTheWayToTheDay() {
        Instant then =
                judged.demo().asOf().atZone(DemoCompany.ZONE).minusDays(9).toInstant();
        try (Engine onTheWay = judged.at(then.toEpochMilli())) {
            onTheWay.advance(judged.demo().asOf().toEpochMilli());

            assertEquals(active(engine), active(onTheWay));
            assertEquals(readings(engine), readings(onTheWay));
        }
    }

    private static Map<String, String> active(Engine of) {
        return of.deviations().stream()
                .filter(deviation -> deviation.state() == Episode.State.ACTIVE)
                .collect(Collectors.toMap(
                        Deviation::id, deviation -> deviation.severity().word(), (a, b) -> a, TreeMap::new));
    }

    private static Map<String, String> readings(Engine of) {
        return of.readings().stream()
                .collect(Collectors.toMap(
                        reading -> reading.getKpi() + reading.scope() + reading.period(),
                        reading -> reading.measured().toString(),
                        (a, b) -> a,
                        TreeMap::new));
    }

    /** The last status of each deal among the changes of the export that count. */
    private static Map<String, String> statuses(Predicate<LocalDateTime> counts) {
        Map<String, String> statuses = new TreeMap<>();
        String history = Objects.requireNonNull(judged.demo().files().get("deal_history.csv"));
        CsvReader.builder().ofNamedCsvRecord(history).stream()
                .filter(change -> !change.getField("deal").startsWith("D99"))
                .filter(change -> counts.test(LocalDateTime.parse(change.getField("changed_at"), TIME)))
                .forEach(change -> statuses.put(change.getField("deal"), change.getField("status")));
        return statuses;
    }

    private static List<Planted> planted(boolean control) {
        return judged.demo().planted().stream()
                .filter(each -> each.control() == control)
                .toList();
    }

    private static Set<String> idsOf(String kind) {
        return planted(false).stream()
                .filter(each -> each.kind().equals(kind))
                .flatMap(each -> each.ids().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(String kind) {
        return RULES_OF_KIND.getOrDefault(kind, Set.of(kind)).stream()
                .flatMap(rule -> Judged.found(engine, rule).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
