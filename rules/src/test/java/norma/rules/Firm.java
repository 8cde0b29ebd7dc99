package norma.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import norma.Engine;
import norma.deviation.Deviation;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.fact.Change;
import norma.fact.Client;
import norma.fact.Deal;
import norma.fact.Employee;
import norma.fact.FactType;
import norma.fact.Money;
import norma.fact.Sale;
import norma.fact.Team;
import norma.judge.DrlRules;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.jspecify.annotations.Nullable;

/** A made-up firm of a few facts, judged on Monday, 16 March 2026 at noon by the shipped definitions and rules. */
final class Firm {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 16);

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final Problems PROBLEMS = new Problems();
    private static final DrlRules RULES =
            DrlRules.compile(sources("rules", ".drl"), PROBLEMS).orElseThrow(() -> new AssertionError(PROBLEMS.all()));
    private static final Standards STANDARDS = Definitions.read(
                    sources("kpi-definitions", ".yaml"), RULES.declared(), PROBLEMS)
            .orElseThrow(() -> new AssertionError(PROBLEMS.all()));

    private final List<Change> changes = new ArrayList<>();

    Firm client(String id) {
        return put(Client.TYPE, id, Change.START, Map.of("title", "Client " + id, "owner", "seller"));
    }

    /** A sale of this month, in whole currency units. */
    Firm sale(String client, long amount, long cost) {
        String id = "sale" + changes.size();
        long at = at(TODAY.minusDays(10));
        return put(Sale.TYPE, id, at, Map.of("client", client, "at", at, "amount", money(amount), "cost", money(cost)));
    }

    Firm employee(String id, String team, String position) {
        return put(Employee.TYPE, id, Change.START, Map.of("team", team, "position", position));
    }

    Firm team(String id, String head) {
        return put(Team.TYPE, id, Change.START, Map.of("head", head));
    }

    /** An open deal that nobody could find fault with, begun a week ago. */
    Firm deal(String id, String client, String owner, long amount) {
        return deal(id, client, owner, amount, TODAY.minusDays(7));
    }

    /** A deal in its second stage, with everything that a card needs, to be closed two weeks after it was begun or later. */
    Firm deal(String id, String client, String owner, long amount, LocalDate begun) {
        Map<String, Object> set = new HashMap<>(Map.of("title", "Deal " + id, "client", client, "owner", owner));
        set.putAll(Map.of("pipeline", "main", "stage", "proposal", "status", "open", "amount", money(amount)));
        set.putAll(Map.of("created_at", at(begun), "expected_close_at", at(begun.plusDays(14))));
        set.putAll(Map.of("next_step", "Send the proposal", "next_step_at", at(begun.plusDays(9))));
        set.putAll(Map.of("kind", "new", "channel", "outbound", "product", "p1", "probability", 0.4));
        return put(Deal.TYPE, id, at(begun), set);
    }

    Firm withoutNextStep(String deal, LocalDate day) {
        Map<String, @Nullable Object> set = new HashMap<>();
        set.put("next_step", null);
        set.put("next_step_at", null);
        changes.add(new Change(Deal.TYPE, deal, at(day), set));
        return this;
    }

    Firm change(String deal, LocalDate day, Map<String, Object> set) {
        return put(Deal.TYPE, deal, at(day), set);
    }

    private Firm put(FactType type, String id, long at, Map<String, Object> set) {
        changes.add(new Change(type, id, at, set));
        return this;
    }

    /** What a rule finds. */
    List<Deviation> deviations(String rule) {
        try (Engine engine = Engine.at(at(TODAY), STANDARDS, RULES)) {
            engine.apply(changes);
            assertEquals(List.of(), List.copyOf(engine.failures()));
            return engine.deviations().stream()
                    .filter(deviation -> deviation.rule().equals(rule))
                    .toList();
        }
    }

    List<String> found(String rule) {
        return deviations(rule).stream()
                .map(deviation -> deviation.subject().id())
                .toList();
    }

    static long money(long units) {
        return Money.of(BigDecimal.valueOf(units));
    }

    /** Noon of the day. */
    static long at(LocalDate day) {
        Instant noon = day.atTime(12, 0).atZone(ZONE).toInstant();
        return noon.toEpochMilli();
    }

    private static List<Source> sources(String folder, String suffix) {
        Path root = Path.of("..").resolve(folder);
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
