package norma.server.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import norma.fact.Client;
import norma.fact.Employee;
import norma.fact.Team;
import norma.server.health.Strip;
import norma.server.report.Prose;
import norma.server.report.Told;
import norma.server.store.Decisions;
import norma.server.store.Deviations;
import norma.server.store.Groups;
import norma.server.store.Place;
import norma.server.store.Tables;
import norma.server.store.View;
import norma.standard.Severity;
import norma.standard.Standards;

/** Puts the feed together: what stands, narrowed, grouped, the worst first; it is the store that counts and sorts. */
final class Feed {

    private static final int GROUPS = 25;
    private static final int OF_EACH_GROUP = 5;
    private static final int OF_ONE_GROUP = 100;

    private final View seen;
    private final Questions engine;
    private final Standards standards;
    private final Facets facets;
    private final Frame frame;
    private final FeedQuery query;

    Feed(View seen, Questions engine, Standards standards, Facets facets, Frame frame, FeedQuery query) {
        this.seen = seen;
        this.engine = engine;
        this.standards = standards;
        this.facets = facets;
        this.frame = frame;
        this.query = query;
    }

    /**
     * What the store answers.
     *
     * @param fresh how many of the whole are new
     * @param freshShown those of them that are shown
     */
    private record Asked(
            Groups.Group whole,
            long fresh,
            Map<String, Long> reviews,
            List<Shown> groups,
            boolean further,
            Set<Long> freshShown,
            Map<Long, List<Decisions.Row>> decisions) {}

    /** One group before it is words; {@code more} where it goes on after those that are shown. */
    private record Shown(Groups.Group group, List<Deviations.Row> rows, boolean more) {}

    /** @param mark the number of the event after which something is new, @param last that of the last one */
    FeedPage page(long mark, long last, String problem) {
        Asked asked = seen.read(tables -> ask(tables, mark));
        Map<String, Map<String, Long>> counts = facets.of(seen);
        Names names = names(asked, counts);
        Prose prose = frame.prose();
        Cards cards = new Cards(frame, names, asked.freshShown());
        Groups.Group whole = asked.whole();
        return new FeedPage(
                frame,
                query,
                tabs(asked.reviews()),
                choices(counts, names),
                prose.count(whole.cases(), "deviation", "deviations", "отклонение", "отклонения", "отклонений"),
                whole.critical() == 0 ? "" : prose.number(whole.critical()),
                whole.stake() == 0 ? "" : prose.glance(whole.stake()),
                asked.fresh(),
                asked.groups().stream()
                        .map(group -> group(group, names, cards, asked.decisions()))
                        .toList(),
                last,
                asked.further() ? further(asked.groups()) : "",
                query.beyond() == null ? "" : query.with("beyond", ""),
                problem,
                workings(),
                HoldDays.of(frame));
    }

    private String further(List<Shown> groups) {
        return query.with("beyond", groups.get(groups.size() - 1).group().place());
    }

    private Names names(Asked asked, Map<String, Map<String, Long>> counts) {
        Names names = new Names();
        for (Shown group : asked.groups()) {
            group.rows().forEach(row -> Cards.ask(names, row, asked.decisions().getOrDefault(row.number(), List.of())));
            names.ask(type(query.group()), group.group().key());
        }
        counts.forEach((column, values) -> values.keySet().forEach(id -> names.ask(type(column), id)));
        engine.ask(names::from);
        return names;
    }

    private List<String> workings() {
        if (!seen.sight().isEverything()) return List.of();
        return seen.read(tables -> Strip.of(tables, standards, frame.now())).stream()
                .map(frame.prose()::say)
                .toList();
    }

    private Asked ask(Tables tables, long mark) {
        Deviations.Filter filter = query.filter(mark, frame.now());
        Groups.Group whole = tables.groups().whole(filter);
        long fresh = query.onlyNew()
                ? whole.cases()
                : tables.groups().whole(filter.onlyWorseAfter(mark)).cases();
        List<Groups.Group> found = tables.groups().page(query.group(), filter, query.beyond(), GROUPS + 1);
        List<Groups.Group> page = found.subList(0, Math.min(GROUPS, found.size()));
        List<Shown> groups = page.stream()
                .map(group -> shown(tables, filter, group, page.size() == 1))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        List<Long> numbers = groups.stream()
                .flatMap(group -> group.rows().stream())
                .map(Deviations.Row::number)
                .toList();
        Map<Long, List<Decisions.Row>> decisions = new HashMap<>();
        tables.decisions().of(numbers).forEach((number, all) -> decisions.put(number, called(all)));
        return new Asked(
                whole,
                fresh,
                tables.deviations().counts("review", filter.whateverWasDone()),
                groups,
                found.size() > GROUPS && !groups.isEmpty(),
                tables.events().worseAfter(mark, numbers),
                decisions);
    }

    private Shown shown(Tables tables, Deviations.Filter filter, Groups.Group group, boolean alone) {
        boolean whole = alone || query.isWhole(group.key());
        int room = whole ? OF_ONE_GROUP : OF_EACH_GROUP;
        List<Deviations.Row> rows = tables.deviations()
                .page(filter.with(query.group(), group.key()), whole ? query.from() : null, room + 1);
        return new Shown(group, rows.subList(0, Math.min(room, rows.size())), rows.size() > room);
    }

    /** What is called for now; what others took the place of only where somebody has begun it. */
    static List<Decisions.Row> called(List<Decisions.Row> all) {
        return all.stream()
                .filter(row -> row.called() || row.state() != Decisions.State.OPEN)
                .toList();
    }

    private FeedPage.Group group(Shown shown, Names names, Cards cards, Map<Long, List<Decisions.Row>> decisions) {
        Groups.Group group = shown.group();
        boolean begun = query.isWhole(group.key()) && query.from() != null;
        return new FeedPage.Group(
                group.key(),
                title(shown, names),
                group.cases(),
                group.critical(),
                group.stake() == 0 ? "" : frame.prose().glance(group.stake()),
                shown.rows().stream()
                        .map(row -> cards.card(row, decisions.getOrDefault(row.number(), List.of())))
                        .toList(),
                shown.more() ? Optional.of(more(shown)) : Optional.empty(),
                begun ? query.group(group.key(), null) : "");
    }

    private FeedPage.More more(Shown shown) {
        List<Deviations.Row> rows = shown.rows();
        String key = shown.group().key();
        if (rows.size() >= OF_ONE_GROUP)
            return new FeedPage.More(
                    query.group(key, Place.of(rows.get(rows.size() - 1))), frame.say("Show the next", "Следующие"));
        String left = frame.prose().number(shown.group().cases() - rows.size());
        return new FeedPage.More(query.group(key, null), frame.say("Show the other ", "Показать ещё ") + left);
    }

    private String title(Shown shown, Names names) {
        String key = shown.group().key();
        if (query.group().equals("rule"))
            return frame.prose().say(Told.of(shown.rows().get(0).body()).text("title"));
        if (key.isEmpty())
            return query.group().equals("client")
                    ? frame.say("Without a client", "Без клиента")
                    : frame.say("Without a head", "Без руководителя");
        return names.of(type(query.group()), key);
    }

    private List<FeedPage.Tab> tabs(Map<String, Long> reviews) {
        long open = reviews.getOrDefault("new", 0L) + reviews.getOrDefault("acknowledged", 0L);
        List<FeedPage.Tab> tabs = new ArrayList<>();
        tabs.add(tab("", frame.say("To attend to", "Требуют внимания"), open));
        tabs.add(tab("new", frame.say("Unanswered", "Без ответа"), reviews.getOrDefault("new", 0L)));
        tabs.add(tab("acknowledged", frame.say("Acknowledged", "Приняты"), reviews.getOrDefault("acknowledged", 0L)));
        tabs.add(tab("held", frame.say("On hold", "Отложены"), reviews.getOrDefault("held", 0L)));
        tabs.add(tab(
                "dismissed", frame.say("Dismissed", "Закрыты без действий"), reviews.getOrDefault("dismissed", 0L)));
        return tabs;
    }

    private FeedPage.Tab tab(String review, String title, long count) {
        Map<String, String> values = new LinkedHashMap<>(query.values());
        FeedQuery.PLACES.forEach(values::remove);
        values.remove("new");
        if (review.isEmpty()) values.remove("review");
        else values.put("review", review);
        boolean here = query.get("review").equals(review) && !query.onlyNew();
        return new FeedPage.Tab(Address.of("/", values), title, count, here);
    }

    private List<FeedPage.Choice> choices(Map<String, Map<String, Long>> facets, Names names) {
        List<FeedPage.Choice> choices = new ArrayList<>();
        choices.add(choice("head", frame.say("Head", "Руководитель"), facets, named(names, "head")));
        choices.add(choice("team", frame.say("Team", "Команда"), facets, named(names, "team")));
        choices.add(choice("owner", frame.say("Seller", "Продавец"), facets, named(names, "owner")));
        choices.add(choice("rule", frame.say("What deviates", "Отклонение"), facets, this::rule));
        choices.add(choice("severity", frame.say("Severity", "Важность"), facets, this::severity));
        choices.add(choice("segment", frame.say("Segment", "Сегмент"), facets, this::segment));
        choices.add(choice("client", frame.say("Client", "Клиент"), facets, named(names, "client")));
        return choices;
    }

    private FeedPage.Choice choice(
            String name, String title, Map<String, Map<String, Long>> facets, UnaryOperator<String> titles) {
        String chosen = query.get(name);
        Map<String, Long> counts = facets.getOrDefault(name, Map.of());
        Set<String> values = new HashSet<>(counts.keySet());
        if (!chosen.isEmpty()) values.add(chosen);
        List<FeedPage.Option> options = values.stream()
                .map(value -> new FeedPage.Option(
                        value,
                        titles.apply(value) + " (" + frame.prose().number(counts.getOrDefault(value, 0L)) + ")",
                        value.equals(chosen)))
                .sorted(Comparator.comparing(FeedPage.Option::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new FeedPage.Choice(name, title, options);
    }

    private UnaryOperator<String> named(Names names, String column) {
        return id -> names.of(type(column), id);
    }

    private static String type(String column) {
        return switch (column) {
            case "team" -> Team.TYPE.name();
            case "client" -> Client.TYPE.name();
            default -> Employee.TYPE.name();
        };
    }

    private String rule(String id) {
        var rule = standards.deviations().get(id);
        return rule == null ? id : frame.prose().say(rule.title());
    }

    private String severity(String word) {
        for (Severity each : Severity.values())
            if (each.word().equals(word)) return frame.prose().say(each.title());
        return word;
    }

    private String segment(String id) {
        return frame.prose().say(standards.model().title("segment", id));
    }
}
