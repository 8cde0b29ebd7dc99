package norma.server.live;

import java.util.HashMap;
import java.util.HashSet;
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
import norma.server.store.Review;
import norma.server.store.Tables;
import norma.standard.Severity;

/** Keeps what the engine found: rows of deviations and decisions, and an event for each thing that happened. */
final class Keeper {

    /** What is known of a deviation that stands, so that it need not be asked of the store. */
    private record Standing(long number, Severity severity, Episode.State state, Review review) {}

    private final Engine engine;
    private final Map<String, Standing> standing = new HashMap<>();

    Keeper(Engine engine, Map<String, Deviations.Row> kept) {
        this.engine = engine;
        kept.forEach(
                (id, row) -> standing.put(id, new Standing(row.number(), row.severity(), row.state(), row.review())));
    }

    /** What an engine that was recalled finds is held against what was kept: nothing is raised twice, nothing is lost. */
    void reconcile(Tables tables, Difference found) {
        Set<String> gone = new HashSet<>(standing.keySet());
        for (Deviation deviation : found.raised()) {
            gone.remove(deviation.id());
            Standing known = standing.get(deviation.id());
            if (known == null) raise(tables, deviation);
            else if (known.severity() != deviation.severity() || known.state() != deviation.state())
                change(tables, deviation);
        }
        gone.forEach(id -> clear(tables, id));
        tables.courses().put(found.courses());
        found.decided().forEach(decision -> decide(tables, decision));
    }

    void keep(Tables tables, Difference found) {
        tables.courses().put(found.courses());
        found.cleared().forEach(deviation -> clear(tables, deviation.id()));
        found.raised().forEach(deviation -> raise(tables, deviation));
        found.changed().forEach(deviation -> change(tables, deviation));
        found.decided().forEach(decision -> decide(tables, decision));
    }

    /** In the zone of the definitions that are in force. */
    private Entries entries() {
        return new Entries(engine.standards().model().calendar().zone());
    }

    private void raise(Tables tables, Deviation deviation) {
        String body = entries().deviation(deviation);
        long number = tables.deviations().raise(deviation, Surroundings.of(deviation, engine), engine.now(), body);
        standing.put(deviation.id(), new Standing(number, deviation.severity(), deviation.state(), Review.NEW));
        tables.events().add(engine.now(), "raised", number, null, body);
    }

    private void change(Tables tables, Deviation deviation) {
        Standing before = standing.get(deviation.id());
        if (before == null) {
            raise(tables, deviation);
            return;
        }
        String body = entries().deviation(deviation);
        tables.deviations().change(before.number(), deviation, Surroundings.of(deviation, engine), engine.now(), body);
        Review review = before.review();
        if (review.isBrokenBy(before.severity(), deviation.severity())) {
            review = Review.NEW;
            attend(tables, deviation.id(), before.number(), review, engine.now());
        }
        standing.put(deviation.id(), new Standing(before.number(), deviation.severity(), deviation.state(), review));
        tables.events().add(engine.now(), kind(before, deviation), before.number(), null, body);
    }

    private static String kind(Standing before, Deviation after) {
        int severity = after.severity().compareTo(before.severity());
        if (severity != 0) return severity > 0 ? "worsened" : "eased";
        if (after.state() == before.state()) return "changed";
        return after.state() == Episode.State.RECOVERING ? "recovering" : "back";
    }

    private void clear(Tables tables, String id) {
        Standing before = standing.remove(id);
        if (before == null) return;
        tables.deviations().clear(before.number(), engine.now());
        tables.decisions().noLongerCalled(before.number());
        tables.events().add(engine.now(), "cleared", before.number(), null, "{}");
    }

    private void decide(Tables tables, Decision decision) {
        Standing of = standing.get(decision.deviation());
        if (of == null) return;
        long number = tables.decisions().add(of.number(), decision);
        tables.events()
                .add(engine.now(), "decided", of.number(), number, entries().decision(decision));
    }

    /** What somebody did about a deviation, or that it needs to be seen again. */
    void review(Tables tables, Deviations.Row row, Review review) {
        boolean seen = review.state() != Review.State.NEW;
        attend(tables, row.id(), row.number(), review, seen ? Long.MAX_VALUE : engine.now());
        standing.computeIfPresent(
                row.id(), (id, known) -> new Standing(known.number(), known.severity(), known.state(), review));
        tables.events()
                .add(engine.now(), review.state().name().toLowerCase(Locale.ROOT), row.number(), null, said(review));
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
