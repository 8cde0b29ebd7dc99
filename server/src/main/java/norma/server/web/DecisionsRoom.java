package norma.server.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norma.Engine;
import norma.fact.Employee;
import norma.fact.Team;
import norma.server.store.Agenda;
import norma.server.store.Decisions;
import norma.server.store.Deviations;
import norma.server.store.Tables;
import norma.server.store.View;
import org.jspecify.annotations.Nullable;

/** Puts the list of decisions together. */
final class DecisionsRoom {

    private static final int SHOWN = 100;
    private static final long SOON = Duration.ofDays(7).toMillis();

    private final View seen;
    private final Questions engine;
    private final Frame frame;
    private final Map<String, String> query = new LinkedHashMap<>();

    DecisionsRoom(View seen, Questions engine, Frame frame, Function<String, @Nullable String> parameters) {
        this.seen = seen;
        this.engine = engine;
        this.frame = frame;
        for (String name : List.of("show", "assignee", "team", "from")) {
            String value = parameters.apply(name);
            if (value != null && !value.isBlank()) query.put(name, value);
        }
    }

    /** What the engine knows of those who have something to do. */
    private record People(Names names, Map<String, String> teams) {}

    /** What the store answers; {@code more} where rows follow those that are shown. */
    private record Asked(Map<Agenda.Part, Long> counts, List<Decisions.Row> rows, boolean more) {}

    DecisionsPage page() {
        Map<String, Long> open = seen.read(tables -> agenda(tables).people());
        Names names = new Names();
        People people = engine.ask(found -> people(found, names, open.keySet()));
        Agenda.Part part = part();
        Asked asked = seen.read(tables -> ask(agenda(tables), part, whose(open.keySet(), people)));
        Map<String, Long> ofTeams = new TreeMap<>();
        open.forEach((id, count) -> {
            String team = people.teams().get(id);
            if (team != null) ofTeams.merge(team, count, Long::sum);
        });
        Map<String, String> first = new LinkedHashMap<>(query);
        first.remove("from");
        return new DecisionsPage(
                frame,
                Address.of("/decisions", query),
                word(part),
                tabs(asked.counts(), part),
                List.of(
                        choice("assignee", frame.say("Whose", "Чьи"), open, id -> names.of(Employee.TYPE.name(), id)),
                        choice("team", frame.say("Team", "Команда"), ofTeams, id -> names.of(Team.TYPE.name(), id))),
                items(asked.rows()),
                query.containsKey("from") ? Address.of("/decisions", first) : "",
                asked.more() ? further(part, asked.rows()) : "");
    }

    private Agenda agenda(Tables tables) {
        return tables.agenda(frame.now(), frame.now() + SOON);
    }

    private Asked ask(Agenda agenda, Agenda.Part part, @Nullable Set<String> of) {
        Agenda.Place from = Agenda.Place.read(query.getOrDefault("from", "")).orElse(null);
        List<Decisions.Row> rows = agenda.page(part, of, from, SHOWN + 1);
        return new Asked(agenda.counts(of), rows.subList(0, Math.min(SHOWN, rows.size())), rows.size() > SHOWN);
    }

    private String further(Agenda.Part part, List<Decisions.Row> rows) {
        Map<String, String> next = new LinkedHashMap<>(query);
        next.put("from", Agenda.Place.of(part, rows.get(rows.size() - 1)).toString());
        return Address.of("/decisions", next);
    }

    private Agenda.Part part() {
        return Arrays.stream(Agenda.Part.values())
                .filter(part -> word(part).equals(query.get("show")))
                .findFirst()
                .orElse(Agenda.Part.OPEN);
    }

    private static String word(Agenda.Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    /** Those who are asked about; null for everybody. */
    private @Nullable Set<String> whose(Set<String> everybody, People people) {
        if (!query.containsKey("assignee") && !query.containsKey("team")) return null;
        return everybody.stream()
                .filter(id -> is("assignee", id))
                .filter(id -> is("team", people.teams().getOrDefault(id, "")))
                .collect(Collectors.toSet());
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

    private List<FeedPage.Tab> tabs(Map<Agenda.Part, Long> counts, Agenda.Part here) {
        return Arrays.stream(Agenda.Part.values())
                .map(part -> {
                    Map<String, String> values = new LinkedHashMap<>(query);
                    values.remove("from");
                    values.put("show", word(part));
                    long count = counts.getOrDefault(part, 0L);
                    return new FeedPage.Tab(Address.of("/decisions", values), title(part), count, part == here);
                })
                .toList();
    }

    private String title(Agenda.Part part) {
        return switch (part) {
            case OPEN -> frame.say("Open", "Открыты");
            case OVERDUE -> frame.say("Overdue", "Просрочены");
            case DUE -> frame.say("Due within 7 days", "Срок в ближайшие 7 дней");
            case CHECK -> frame.say("To be checked", "Ждут проверки результата");
            case CLOSED -> frame.say("Closed", "Закрыты");
        };
    }

    private FeedPage.Choice choice(String name, String title, Map<String, Long> counts, UnaryOperator<String> titles) {
        Stream<String> busy =
                counts.entrySet().stream().filter(each -> each.getValue() > 0).map(Map.Entry::getKey);
        Stream<String> values = Stream.concat(busy, query.containsKey(name) ? Stream.of(query.get(name)) : Stream.of());
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
