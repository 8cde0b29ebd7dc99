package norma.server.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import norma.Difference;
import norma.Engine;
import norma.decide.Decision;
import norma.deviation.Deviation;
import norma.deviation.Episode;
import norma.server.report.Entries;
import norma.server.store.Decisions;
import norma.server.store.Deviations;
import norma.server.store.Events;
import norma.server.store.Findings;
import norma.server.store.Review;
import norma.server.store.Tables;
import norma.standard.Severity;

/** Keeps what the engine found: rows of deviations and decisions, and an event for each thing that happened. */
final class Keeper {

    /** What is known of a deviation that stands, so that it need not be asked of the store. */
    private record Standing(long number, Severity severity, Episode.State state, Review review) {}

    private final Engine engine;
    private final Map<String, Standing> standing = new HashMap<>();
    /** What has happened and is not written yet. */
    private final List<Events.Happened> told = new ArrayList<>();

    Keeper(Engine engine, Map<String, Deviations.Row> kept) {
        this.engine = engine;
        kept.forEach(
                (id, row) -> standing.put(id, new Standing(row.number(), row.severity(), row.state(), row.review())));
    }

    /** What an engine that was recalled finds is held against what was kept: nothing is raised twice, nothing is lost. */
    void reconcile(Tables tables, Difference found) {
        Set<String> gone = new HashSet<>(standing.keySet());
        List<Deviation> raised = new ArrayList<>();
        List<Deviation> changed = new ArrayList<>();
        for (Deviation deviation : found.raised()) {
            gone.remove(deviation.id());
            Standing known = standing.get(deviation.id());
            if (known == null) raised.add(deviation);
            else if (known.severity() != deviation.severity() || known.state() != deviation.state())
                changed.add(deviation);
        }
        raise(tables, raised);
        change(tables, changed);
        clear(tables, gone);
        tables.courses().put(found.courses());
        found.decided().forEach(decision -> decide(tables, decision));
        tell(tables);
    }

    void keep(Tables tables, Difference found) {
        tables.courses().put(found.courses());
        clear(tables, found.cleared().stream().map(Deviation::id).toList());
        raise(tables, found.raised());
        change(tables, found.changed());
        found.decided().forEach(decision -> decide(tables, decision));
        tell(tables);
    }

    /** In the zone of the definitions that are in force. */
    private Entries entries() {
        return new Entries(engine.standards().model().calendar().zone());
    }

    private Findings.Found found(Deviation deviation) {
        return new Findings.Found(
                deviation, Surroundings.of(deviation, engine), entries().deviation(deviation));
    }

    private void raise(Tables tables, List<Deviation> raised) {
        List<Findings.Found> found = raised.stream().map(this::found).toList();
        Map<String, Long> numbers = tables.findings().raise(found, engine.now());
        for (Findings.Found each : found) {
            Deviation deviation = each.deviation();
            long number = Objects.requireNonNull(numbers.get(deviation.id()));
            standing.put(deviation.id(), new Standing(number, deviation.severity(), deviation.state(), Review.NEW));
            told.add(new Events.Happened("raised", number, null, each.body()));
        }
    }

    private void change(Tables tables, List<Deviation> changed) {
        raise(
                tables,
                changed.stream()
                        .filter(deviation -> !standing.containsKey(deviation.id()))
                        .toList());
        Map<Long, Findings.Found> rows = new LinkedHashMap<>();
        for (Deviation deviation : changed) {
            Standing before = Objects.requireNonNull(standing.get(deviation.id()));
            rows.put(before.number(), found(deviation));
        }
        tables.findings().change(rows, engine.now());
        rows.values().forEach(each -> changed(tables, each));
    }

    private void changed(Tables tables, Findings.Found found) {
        Deviation deviation = found.deviation();
        Standing before = Objects.requireNonNull(standing.get(deviation.id()));
        Review review = before.review();
        if (review.isBrokenBy(before.severity(), deviation.severity())) {
            review = Review.NEW;
            attend(tables, deviation.id(), before.number(), review, engine.now());
        }
        standing.put(deviation.id(), new Standing(before.number(), deviation.severity(), deviation.state(), review));
        told.add(new Events.Happened(kind(before, deviation), before.number(), null, found.body()));
    }

    private static String kind(Standing before, Deviation after) {
        int severity = after.severity().compareTo(before.severity());
        if (severity != 0) return severity > 0 ? "worsened" : "eased";
        if (after.state() == before.state()) return "changed";
        return after.state() == Episode.State.RECOVERING ? "recovering" : "back";
    }

    private void clear(Tables tables, Collection<String> ids) {
        List<Long> numbers = new ArrayList<>();
        for (String id : ids) {
            Standing before = standing.remove(id);
            if (before != null) numbers.add(before.number());
        }
        tables.findings().clear(numbers, engine.now());
        tables.decisions().noLongerCalled(numbers);
        numbers.forEach(number -> told.add(new Events.Happened("cleared", number, null, "{}")));
    }

    private void decide(Tables tables, Decision decision) {
        Standing of = standing.get(decision.deviation());
        if (of == null) return;
        long number = tables.decisions().add(of.number(), decision);
        told.add(new Events.Happened("decided", of.number(), number, entries().decision(decision)));
    }

    private void tell(Tables tables) {
        tables.events().addAll(engine.now(), told);
        told.clear();
    }

    /** What somebody did about a deviation, or that it needs to be seen again. */
    void review(Tables tables, Deviations.Row row, Review review) {
        boolean seen = review.state() != Review.State.NEW;
        attend(tables, row.id(), row.number(), review, seen ? Long.MAX_VALUE : engine.now());
        standing.computeIfPresent(
                row.id(), (id, known) -> new Standing(known.number(), known.severity(), known.state(), review));
        told.add(new Events.Happened(review.state().name().toLowerCase(Locale.ROOT), row.number(), null, said(review)));
        tell(tables);
    }

    /** Whether a decision worked: its deviation is over, and has not come back. */
    void check(Tables tables, Decisions.Row row) {
        String effect = standing.containsKey(row.decision().deviation()) ? "not_effective" : "effective";
        tables.decisions().effect(row.number(), effect, engine.now());
        tables.events().add(engine.now(), "effect", row.deviation(), row.number(), Entries.map("effect", effect));
    }

    private void attend(Tables tables, String id, long number, Review review, long unattended) {
        tables.deviations().review(number, review, unattended);
        List<Decision> called = engine.attend(id, unattended);
        called.forEach(decision -> decide(tables, decision));
    }

    private String said(Review review) {
        return Entries.map(
                "by",
                review.by(),
                "until",
                review.until() == null ? null : entries().time(Objects.requireNonNull(review.until())),
                "awaited",
                review.awaited() == null ? null : review.awaited().word(),
                "reason",
                review.reason());
    }
}
