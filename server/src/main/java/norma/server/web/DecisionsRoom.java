package norma.server.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norma.Engine;
import norma.fact.Employee;
import norma.fact.Team;
import norma.server.store.Decisions;
import norma.server.store.Deviations;
import norma.server.store.Tables;
import norma.server.store.View;
import org.jspecify.annotations.Nullable;

/** Puts the list of decisions together. */
final class DecisionsRoom {

    private static final int MOST = 10_000;
    private static final int AT_ONCE = 1_000;
    private static final int SHOWN = 200;
    private static final long SOON = Duration.ofDays(7).toMillis();
    private static final List<String> SHOWS = List.of("open", "overdue", "due", "check", "closed");

    private final View seen;
    private final Questions engine;
    private final Frame frame;
    private final Map<String, String> query = new LinkedHashMap<>();

    DecisionsRoom(View seen, Questions engine, Frame frame, Function<String, @Nullable String> parameters) {
        this.seen = seen;
        this.engine = engine;
        this.frame = frame;
        for (String name : List.of("show", "assignee", "team")) {
            String value = parameters.apply(name);
            if (value != null && !value.isBlank()) query.put(name, value);
        }
    }

    /** What the engine knows of those who have something to do. */
    private record People(Names names, Map<String, String> teams) {}

    DecisionsPage page() {
        List<Decisions.Row> all = seen.read(DecisionsRoom::all).stream()
                .filter(row -> row.called() || row.state() != Decisions.State.OPEN)
                .toList();
        Names names = new Names();
        Set<String> employees =
                all.stream().flatMap(row -> row.decision().assignee().stream()).collect(Collectors.toSet());
        People people = engine.ask(found -> people(found, names, employees));
        List<Decisions.Row> mine = all.stream()
                .filter(row -> is("assignee", row.decision().assignee().orElse("")))
                .filter(row -> is(
                        "team",
                        people.teams().getOrDefault(row.decision().assignee().orElse(""), "")))
                .toList();
        String show = SHOWS.contains(query.getOrDefault("show", "")) ? query.get("show") : "open";
        List<Decisions.Row> chosen = mine.stream()
                .filter(belongs(String.valueOf(show)))
                .sorted(order(String.valueOf(show)))
                .toList();
        return new DecisionsPage(
                frame,
                Address.of("/decisions", query),
                String.valueOf(show),
                tabs(mine, String.valueOf(show)),
                List.of(
                        choice(
                                "assignee",
                                frame.say("Whose", "Чьи"),
                                all,
                                row -> row.decision().assignee().orElse(""),
                                id -> names.of(Employee.TYPE.name(), id)),
                        choice(
                                "team",
                                frame.say("Team", "Команда"),
                                all,
                                row -> people.teams()
                                        .getOrDefault(row.decision().assignee().orElse(""), ""),
                                id -> names.of(Team.TYPE.name(), id))),
                items(chosen.stream().limit(SHOWN).toList()),
                Math.max(0, chosen.size() - SHOWN));
    }

    private static List<Decisions.Row> all(Tables tables) {
        List<Decisions.Row> all = new ArrayList<>();
        long after = 0;
        while (all.size() < MOST) {
            List<Decisions.Row> next = tables.decisions().page(null, null, after, AT_ONCE);
            all.addAll(next);
            if (next.size() < AT_ONCE) break;
            after = next.get(next.size() - 1).number();
        }
        return all;
    }

    private static People people(Engine engine, Names names, Set<String> employees) {
        Map<String, String> teams = new HashMap<>();
        for (String id : employees) {
            names.ask(Employee.TYPE.name(), id);
            String team = engine.fact(Employee.TYPE, id)
                    .map(fact -> ((Employee) fact).team())
                    .orElse(null);
            if (team != null) teams.put(id, team);
            names.ask(Team.TYPE.name(), team);
        }
        return new People(names.from(engine), teams);
    }

    private boolean is(String name, String value) {
        return !query.containsKey(name) || value.equals(query.get(name));
    }

    private Predicate<Decisions.Row> belongs(String show) {
        return switch (show) {
            case "overdue" -> row -> open(row) && due(row) < frame.now();
            case "due" -> row -> open(row) && due(row) >= frame.now() && due(row) < frame.now() + SOON;
            case "check" -> row -> row.state() == Decisions.State.DONE && row.checkAt() != null;
            case "closed" -> row -> !open(row) && row.checkAt() == null;
            default -> DecisionsRoom::open;
        };
    }

    private static boolean open(Decisions.Row row) {
        return row.state() == Decisions.State.OPEN || row.state() == Decisions.State.IN_PROGRESS;
    }

    private static long due(Decisions.Row row) {
        return row.decision().due().orElse(Long.MAX_VALUE - SOON);
    }

    private static Comparator<Decisions.Row> order(String show) {
        return switch (show) {
            case "closed" ->
                Comparator.comparingLong((Decisions.Row row) -> at(row.stateAt()))
                        .reversed();
            case "check" -> Comparator.comparingLong(row -> at(row.checkAt()));
            default -> Comparator.comparingLong(DecisionsRoom::due).thenComparing(Decisions.Row::number);
        };
    }

    private static long at(@Nullable Long time) {
        return time == null ? Long.MAX_VALUE : time;
    }

    private List<FeedPage.Tab> tabs(List<Decisions.Row> mine, String here) {
        return SHOWS.stream()
                .map(show -> {
                    Map<String, String> values = new LinkedHashMap<>(query);
                    values.put("show", show);
                    long count = mine.stream().filter(belongs(show)).count();
                    return new FeedPage.Tab(Address.of("/decisions", values), title(show), count, show.equals(here));
                })
                .toList();
    }

    private String title(String show) {
        return switch (show) {
            case "overdue" -> frame.say("Overdue", "Просрочены");
            case "due" -> frame.say("Due within 7 days", "Срок в ближайшие 7 дней");
            case "check" -> frame.say("To be checked", "Ждут проверки результата");
            case "closed" -> frame.say("Closed", "Закрыты");
            default -> frame.say("Open", "Открыты");
        };
    }

    private FeedPage.Choice choice(
            String name,
            String title,
            List<Decisions.Row> rows,
            Function<Decisions.Row, String> key,
            Function<String, String> titles) {
        Map<String, Long> counts = rows.stream()
                .filter(DecisionsRoom::open)
                .map(key)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.groupingBy(Objects::requireNonNull, Collectors.counting()));
        Stream<String> values = Stream.concat(
                counts.keySet().stream(), query.containsKey(name) ? Stream.of(query.get(name)) : Stream.of());
        List<FeedPage.Option> options = values.distinct()
                .map(value -> new FeedPage.Option(
                        value,
                        titles.apply(value) + " (" + frame.prose().number(counts.getOrDefault(value, 0L)) + ")",
                        value.equals(query.get(name))))
                .sorted(Comparator.comparing(FeedPage.Option::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new FeedPage.Choice(name, title, options);
    }

    private List<DecisionsPage.Item> items(List<Decisions.Row> shown) {
        Map<Long, Deviations.Row> deviations = seen.read(tables -> {
            Map<Long, Deviations.Row> found = new HashMap<>();
            for (Decisions.Row row : shown)
                tables.deviations().number(row.deviation()).ifPresent(each -> found.put(each.number(), each));
            return found;
        });
        Names names = new Names();
        deviations.values().forEach(row -> Cards.ask(names, row, List.of()));
        shown.forEach(
                row -> names.ask(Employee.TYPE.name(), row.decision().assignee().orElse(null))
                        .ask(Employee.TYPE.name(), row.stateBy()));
        engine.ask(names::from);
        Cards cards = new Cards(frame, names, Set.of());
        return shown.stream()
                .filter(row -> deviations.containsKey(row.deviation()))
                .map(row -> new DecisionsPage.Item(
                        cards.step(row),
                        cards.card(Objects.requireNonNull(deviations.get(row.deviation())), List.of())))
                .toList();
    }
}
