package norma.server.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import norma.server.store.Tables;
import norma.server.store.View;
import norma.standard.Severity;
import norma.standard.Standards;
import org.jspecify.annotations.Nullable;

/** Puts the feed together: what stands, narrowed, grouped, the worst first. */
final class Feed {

    private static final int MOST = 5_000;
    private static final int OF_EACH_GROUP = 5;
    private static final int OF_ONE_GROUP = 100;

    private static final Comparator<Deviations.Row> WORST_FIRST = Comparator.comparing(Deviations.Row::severity)
            .thenComparing(row -> stake(row))
            .reversed()
            .thenComparing(Deviations.Row::since)
            .thenComparing(Deviations.Row::number);

    private final View seen;
    private final Questions engine;
    private final Standards standards;
    private final Frame frame;
    private final FeedQuery query;

    Feed(View seen, Questions engine, Standards standards, Frame frame, FeedQuery query) {
        this.seen = seen;
        this.engine = engine;
        this.standards = standards;
        this.frame = frame;
        this.query = query;
    }

    /** What the store answers at one moment. */
    private record Asked(
            List<Deviations.Row> rows,
            Map<String, Long> reviews,
            Map<String, Map<String, Long>> facets,
            Deviations.Total total,
            Map<Long, List<Decisions.Row>> decisions) {}

    /** One group before it is words. */
    private record Shown(String key, List<Deviations.Row> rows, List<Deviations.Row> shown) {}

    FeedPage page(Set<Long> freshNumbers, long last, String problem) {
        List<Shown> groups = new ArrayList<>();
        Asked asked = seen.read(tables -> ask(tables, freshNumbers, groups));
        Names names = new Names();
        groups.forEach(group -> group.shown()
                .forEach(row -> Cards.ask(names, row, asked.decisions().getOrDefault(row.number(), List.of()))));
        groups.forEach(group ->
                names.ask(query.group().equals("client") ? Client.TYPE.name() : Employee.TYPE.name(), group.key()));
        asked.facets().forEach((column, values) -> values.keySet().forEach(id -> names.ask(type(column), id)));
        engine.ask(names::from);
        Prose prose = frame.prose();
        Cards cards = new Cards(frame, names, freshNumbers);
        long fresh = asked.rows().stream()
                .filter(row -> freshNumbers.contains(row.number()))
                .count();
        long critical = asked.rows().stream()
                .filter(row -> row.severity() == Severity.CRITICAL)
                .count();
        long stake = stakeOf(asked.rows());
        return new FeedPage(
                frame,
                query,
                tabs(asked.reviews()),
                choices(asked.facets(), names),
                prose.count(asked.rows().size(), "deviation", "deviations", "отклонение", "отклонения", "отклонений"),
                critical == 0 ? "" : prose.number(critical),
                stake == 0 ? "" : prose.glance(stake),
                (int) fresh,
                groups.stream()
                        .map(group -> group(group, names, cards, asked.decisions()))
                        .toList(),
                last,
                Math.max(0, asked.total().cases() - MOST),
                problem,
                workings(),
                HoldDays.of(frame));
    }

    private List<String> workings() {
        if (!seen.sight().isEverything()) return List.of();
        return seen.read(tables -> Strip.of(tables, standards, frame.now())).stream()
                .map(frame.prose()::say)
                .toList();
    }

    private Asked ask(Tables tables, Set<Long> fresh, List<Shown> groups) {
        Deviations deviations = tables.deviations();
        List<Deviations.Row> rows = deviations.page(query.filter(), null, MOST).stream()
                .filter(row -> query.holds(row.review()))
                .filter(row -> !query.onlyNew() || fresh.contains(row.number()))
                .sorted(WORST_FIRST)
                .toList();
        groups.addAll(grouped(rows));
        Map<Long, List<Decisions.Row>> decisions = new HashMap<>();
        groups.forEach(group -> group.shown()
                .forEach(row ->
                        decisions.put(row.number(), called(tables.decisions().of(row.number())))));
        Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
        for (String column : FeedQuery.FILTERS)
            facets.put(column, deviations.counts(column, Deviations.Filter.STANDING));
        Map<String, Long> reviews = deviations.counts("review", query.filter().without("review"));
        return new Asked(rows, reviews, facets, deviations.total(query.filter()), decisions);
    }

    /** What is called for now; what others took the place of only where somebody has begun it. */
    static List<Decisions.Row> called(List<Decisions.Row> all) {
        return all.stream()
                .filter(row -> row.called() || row.state() != Decisions.State.OPEN)
                .toList();
    }

    private List<Shown> grouped(List<Deviations.Row> rows) {
        Map<String, List<Deviations.Row>> byKey = new LinkedHashMap<>();
        rows.forEach(
                row -> byKey.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row));
        return byKey.entrySet().stream()
                .map(entry -> new Shown(
                        entry.getKey(),
                        entry.getValue(),
                        entry.getValue().stream()
                                .limit(room(entry.getKey(), byKey.size()))
                                .toList()))
                .sorted(Comparator.<Shown>comparingLong(group -> criticalOf(group.rows()))
                        .thenComparingLong(group -> stakeOf(group.rows()))
                        .reversed())
                .toList();
    }

    private int room(String key, int groups) {
        return groups == 1
                        || (query.values().containsKey("all")
                                && query.get("all").equals(key))
                ? OF_ONE_GROUP
                : OF_EACH_GROUP;
    }

    private String key(Deviations.Row row) {
        @Nullable
        String key =
                switch (query.group()) {
                    case "rule" -> row.rule();
                    case "client" -> row.around().client();
                    default -> row.around().head();
                };
        return key == null ? "" : key;
    }

    private FeedPage.Group group(Shown group, Names names, Cards cards, Map<Long, List<Decisions.Row>> decisions) {
        List<Card> shown = group.shown().stream()
                .map(row -> cards.card(row, decisions.getOrDefault(row.number(), List.of())))
                .toList();
        int left = group.rows().size() - shown.size();
        long stake = stakeOf(group.rows());
        return new FeedPage.Group(
                group.key(),
                title(group, names),
                group.rows().size(),
                criticalOf(group.rows()),
                stake == 0 ? "" : frame.prose().glance(stake),
                shown,
                left == 0 || shown.size() >= OF_ONE_GROUP ? "" : query.with("all", group.key()),
                left);
    }

    private String title(Shown group, Names names) {
        if (query.group().equals("rule"))
            return frame.prose().say(Told.of(group.rows().get(0).body()).text("title"));
        if (group.key().isEmpty())
            return query.group().equals("client")
                    ? frame.say("Without a client", "Без клиента")
                    : frame.say("Without a head", "Без руководителя");
        return names.of(query.group().equals("client") ? Client.TYPE.name() : Employee.TYPE.name(), group.key());
    }

    private static long stake(Deviations.Row row) {
        Long stake = row.stake();
        return stake == null ? 0 : stake;
    }

    private static long criticalOf(List<Deviations.Row> rows) {
        return rows.stream().filter(row -> row.severity() == Severity.CRITICAL).count();
    }

    /** What is at stake in a deal is so once, however many rules find something in it. */
    static long stakeOf(List<Deviations.Row> rows) {
        Map<String, Long> bySubject = new HashMap<>();
        rows.forEach(row -> bySubject.merge(row.subjectType() + "/" + row.subjectId(), stake(row), Math::max));
        return bySubject.values().stream().mapToLong(Long::longValue).sum();
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
        values.remove("all");
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
