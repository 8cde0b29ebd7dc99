package norma.server.notify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import norma.server.report.Prose;
import norma.server.report.Told;
import norma.server.store.Decisions;
import norma.server.store.Deviations;
import norma.server.store.Review;
import norma.server.store.Tables;

/**
 * The morning of one reader: what is new since the last one, what is overdue, what else stands.
 *
 * @param query narrows the page of deviations to the reader's own
 */
record Digest(Section fresh, Section overdue, Section standing, String query) {

    private static final int SHOWN = 15;

    /** @param items the worst of them */
    record Section(List<Entry> items, int total) {}

    /** Something that a digest names. */
    sealed interface Entry {

        Line line(Prose prose, String root);

        record Standing(Deviations.Row row) implements Entry {
            @Override
            public Line line(Prose prose, String root) {
                return Line.of(row, Told.of(row.body()), prose, root);
            }
        }

        record Due(Decisions.Row decision, Deviations.Row row) implements Entry {
            @Override
            public Line line(Prose prose, String root) {
                Line about = Line.of(row, Told.of(row.body()), prose, root);
                String since = decision.decision().due().map(prose::date).orElse("");
                return new Line(
                        Prose.sentence(prose.action(decision.decision().action())) + ": " + about.title(),
                        prose.say("was due on ", "срок истёк ") + since,
                        about.page());
            }
        }
    }

    boolean isEmpty() {
        return fresh.total() == 0 && overdue.total() == 0 && standing.total() == 0;
    }

    /**
     * What each reader of a route is to be told.
     *
     * @param since when they were told last, epoch milliseconds as {@code now}
     */
    static Map<String, Digest> of(Route route, Staff staff, Tables tables, long since, long now) {
        List<Deviations.Row> rows = tables.deviations().standing().values().stream()
                .filter(row -> concerns(route, row))
                .sorted(Comparator.comparing(Deviations.Row::severity)
                        .thenComparing(row -> stake(row))
                        .reversed())
                .toList();
        Set<Long> news = tables.events().raisedBetween(since, now);
        Map<Long, List<Decisions.Row>> overdue = new LinkedHashMap<>();
        for (Decisions.Row each : tables.decisions().overdue(now))
            overdue.computeIfAbsent(each.deviation(), any -> new ArrayList<>()).add(each);
        Map<String, Digest> digests = new LinkedHashMap<>();
        for (Route.Target target : route.to()) {
            if (target instanceof Route.Target.By by) {
                Set<String> readers = new TreeSet<>();
                rows.forEach(row -> {
                    String reader = Columns.value(row, by.column());
                    if (reader != null) readers.add(reader);
                });
                for (String reader : readers) {
                    List<Deviations.Row> own = rows.stream()
                            .filter(row -> reader.equals(Columns.value(row, by.column())))
                            .toList();
                    digests.put(
                            Recipient.person(reader),
                            of(own, news, overdue, "?" + by.column() + "=" + encoded(reader)));
                }
            } else if (target instanceof Route.Target.Person person) {
                digests.put(Recipient.person(person.id()), of(rows, news, overdue, ""));
            } else if (target instanceof Route.Target.Holder holder) {
                staff.holder(holder.position())
                        .ifPresent(id -> digests.put(Recipient.person(id), of(rows, news, overdue, "")));
            }
        }
        digests.values().removeIf(Digest::isEmpty);
        return digests;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What somebody put off or dismissed is not what his morning is about. */
    private static boolean concerns(Route route, Deviations.Row row) {
        boolean open = row.review().state() == Review.State.NEW || row.review().state() == Review.State.ACKNOWLEDGED;
        return open
                && route.when().entrySet().stream().allMatch(condition -> {
                    String value = Columns.value(row, condition.getKey());
                    return value != null && condition.getValue().contains(value);
                });
    }

    private static long stake(Deviations.Row row) {
        Long stake = row.stake();
        return stake == null ? 0 : stake;
    }

    private static Digest of(
            List<Deviations.Row> rows, Set<Long> news, Map<Long, List<Decisions.Row>> overdue, String query) {
        List<Entry> fresh = new ArrayList<>();
        List<Entry> due = new ArrayList<>();
        List<Entry> standing = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Deviations.Row row : rows) {
            if (!seen.add(row.number())) continue;
            (news.contains(row.number()) ? fresh : standing).add(new Entry.Standing(row));
            overdue.getOrDefault(row.number(), List.of()).forEach(each -> due.add(new Entry.Due(each, row)));
        }
        return new Digest(section(fresh), section(due), section(standing), query);
    }

    private static Section section(List<Entry> entries) {
        return new Section(entries.stream().limit(SHOWN).toList(), entries.size());
    }
}
