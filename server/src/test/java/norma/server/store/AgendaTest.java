package norma.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norma.decide.Decision;
import norma.deviation.Deviation;
import norma.deviation.Episode;
import norma.diagnostics.Text;
import norma.standard.DecisionRule;
import norma.standard.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many decisions, read page by page from SQLite and from PostgreSQL: each once, in the order of its part. */
class AgendaTest {

    private static final int MANY = 12_000;
    private static final long NOW = 1_790_000_000_000L;
    private static final long SOON = NOW + 1_000;

    static Stream<String> databases() {
        return Databases.each();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void every_part_is_complete_and_in_its_order(String url) {
        try (Store store = Store.open(url)) {
            fill(store);
            List<Decisions.Row> all = store.read(tables -> tables.decisions().page(null, null, 0, 2 * MANY)).stream()
                    .filter(row -> row.called() || row.state() != Decisions.State.OPEN)
                    .toList();
            check(store, all, null);
            Set<String> some = Set.of("e3", "e7");
            check(
                    store,
                    all.stream()
                            .filter(row ->
                                    some.contains(row.decision().assignee().orElse("")))
                            .toList(),
                    some);
            check(store, List.of(), Set.of());
            Map<String, Long> open = all.stream()
                    .filter(row -> row.decision().assignee().isPresent())
                    .collect(Collectors.groupingBy(
                            row -> row.decision().assignee().orElseThrow(),
                            Collectors.summingLong(row -> isOpen(row) ? 1 : 0)));
            assertEquals(open, store.read(tables -> tables.agenda(NOW, SOON).people()));
        }
    }

    private static void check(Store store, List<Decisions.Row> rows, @Nullable Set<String> of) {
        Map<Agenda.Part, Long> counts = new EnumMap<>(Agenda.Part.class);
        for (Agenda.Part part : Agenda.Part.values()) {
            List<Long> expected = rows.stream()
                    .filter(belongs(part))
                    .sorted(order(part))
                    .map(Decisions.Row::number)
                    .toList();
            assertEquals(expected, walk(store, part, of), part.name());
            counts.put(part, (long) expected.size());
        }
        assertEquals(counts, store.read(tables -> tables.agenda(NOW, SOON).counts(of)));
    }

    private static List<Long> walk(Store store, Agenda.Part part, @Nullable Set<String> of) {
        List<Long> seen = new ArrayList<>();
        Agenda.@Nullable Place last = null;
        while (true) {
            Agenda.Place before = last;
            List<Decisions.Row> page =
                    store.read(tables -> tables.agenda(NOW, SOON).page(part, of, before, 501));
            page.forEach(row -> seen.add(row.number()));
            if (page.size() < 501) return seen;
            last = Agenda.Place.read(Agenda.Place.of(part, page.get(500)).toString())
                    .orElseThrow();
        }
    }

    private static boolean isOpen(Decisions.Row row) {
        return row.state() == Decisions.State.OPEN || row.state() == Decisions.State.IN_PROGRESS;
    }

    private static long due(Decisions.Row row) {
        return row.decision().due().orElse(Long.MAX_VALUE);
    }

    private static Predicate<Decisions.Row> belongs(Agenda.Part part) {
        return switch (part) {
            case OPEN -> AgendaTest::isOpen;
            case OVERDUE -> row -> isOpen(row) && due(row) < NOW;
            case DUE -> row -> isOpen(row) && due(row) >= NOW && due(row) < SOON;
            case CHECK -> row -> row.state() == Decisions.State.DONE && row.checkAt() != null;
            case CLOSED -> row -> !isOpen(row) && row.checkAt() == null;
        };
    }

    private static Comparator<Decisions.Row> order(Agenda.Part part) {
        Comparator<Decisions.Row> first =
                switch (part) {
                    case OPEN, OVERDUE, DUE -> Comparator.comparingLong(AgendaTest::due);
                    case CHECK -> Comparator.comparing(Decisions.Row::checkAt);
                    case CLOSED -> Comparator.comparing(Decisions.Row::stateAt).reversed();
                };
        return first.thenComparing(Decisions.Row::number);
    }

    private static void fill(Store store) {
        Random chance = new Random(11);
        store.write(tables -> {
            long deviation = 0;
            for (int i = 0; i < MANY; i++) {
                if (i % 10 == 0) deviation = Raised.in(tables, deviation(i), around(), NOW, "{}");
                Optional<Long> due =
                        chance.nextInt(5) == 0 ? Optional.empty() : Optional.of(NOW + chance.nextInt(4_000) - 2_000);
                Optional<String> who =
                        chance.nextInt(20) == 0 ? Optional.empty() : Optional.of("e" + chance.nextInt(9));
                long number = tables.decisions()
                        .add(
                                deviation,
                                new Decision(
                                        "move",
                                        "stuck/deal/D" + i,
                                        DecisionRule.Phase.LEAD,
                                        "call",
                                        who,
                                        due,
                                        i,
                                        DecisionRule.Mode.SHADOW,
                                        NOW));
                long at = NOW + chance.nextInt(500);
                switch (chance.nextInt(6)) {
                    case 0 -> tables.decisions().state(number, Decisions.State.IN_PROGRESS, "e1", at, null, null);
                    case 1 -> tables.decisions().state(number, Decisions.State.DONE, "e1", at, null, at + 7);
                    case 2 -> tables.decisions().state(number, Decisions.State.DONE, "e1", at, null, null);
                    case 3 -> tables.decisions().state(number, Decisions.State.REJECTED, "e1", at, "так", null);
                    default -> {
                        // nobody has touched it
                    }
                }
                if (i % 170 == 169) tables.decisions().noLongerCalled(List.of(deviation));
            }
            return 0;
        });
    }

    private static Around around() {
        return new Around("e1", "t1", "h1", "C1", null);
    }

    private static Deviation deviation(int deal) {
        return new Deviation(
                "stuck",
                new Deviation.About("deal", "D" + deal, "Deal " + deal),
                Map.of(),
                Severity.WARN,
                Episode.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                NOW,
                Optional.empty(),
                new Text("Stuck", "Застряла"),
                new Text("stuck", "застряла"),
                List.of(),
                "v1");
    }
}
