package norma.server.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import norma.Difference;
import norma.Engine;
import norma.diagnostics.Digest;
import norma.diagnostics.Source;
import norma.fact.Change;
import norma.fact.Fact;
import norma.fact.RefusedChange;
import norma.server.store.Review;
import norma.server.store.Sight;
import norma.server.store.Tables;
import norma.server.store.Versions;
import norma.standard.Standards;

/**
 * Does with one engine what a turn is about, and keeps what came of it. Facts that were sent in requests of their own are
 * taken in together, unless they are of the same fact: what it was between two of them must have been so.
 */
final class Turning {

    private static final int MOST_TOGETHER = 10_000;

    private final Engine engine;
    private final Keeper keeper;
    private final Arrivals arrivals = new Arrivals();
    private final List<Change> gathered = new ArrayList<>();
    private final Set<Fact.Key> gatheredFacts = new HashSet<>();
    private PutOff putOff;
    private boolean isPutOffOld;
    private boolean hasMoved;
    private int facts;

    Turning(Engine engine, Keeper keeper, PutOff putOff) {
        this.engine = engine;
        this.keeper = keeper;
        this.putOff = putOff;
    }

    Engine engine() {
        return engine;
    }

    /** The next moment at which something is to be done, epoch milliseconds. */
    long nextMoment() {
        return Math.min(engine.nextMoment(), putOff.nextMoment());
    }

    /** @param now epoch milliseconds */
    void begin(Tables tables, long now) {
        facts = 0;
        while (engine.now() < now) keep(tables, engine.advance(Math.min(now, engine.nextMoment())));
        if (putOff.nextMoment() > engine.now()) return;
        tables.deviations().holdsOver(engine.now()).forEach(row -> keeper.review(tables, row, Review.NEW));
        tables.decisions().toCheck(engine.now()).forEach(row -> keeper.check(tables, row));
        isPutOffOld = true;
    }

    void end(Tables tables) {
        takeGathered(tables);
        arrivals.keep(tables);
        if (hasMoved) tables.journal().passed(engine.now());
        hasMoved = false;
        if (isPutOffOld) putOff = PutOff.of(tables);
        isPutOffOld = false;
    }

    /** How many changes were taken in the last turn. */
    int facts() {
        return facts;
    }

    /** Takes in what can be taken, row by row: when the turn ends, or when somebody asks what has become of it. */
    Taken gather(Tables tables, List<Offer> offers, List<Taken.Refused> refused) {
        boolean again = offers.stream()
                .flatMap(offer -> offer.changes().stream())
                .anyMatch(change -> gatheredFacts.contains(change.key()));
        if (again || gathered.size() > MOST_TOGETHER) takeGathered(tables);
        Sifting sifting = new Sifting(engine, refused);
        offers.forEach(sifting::sift);
        gathered.addAll(sifting.changes());
        sifting.changes().forEach(change -> gatheredFacts.add(change.key()));
        sifting.told().forEach(type -> arrivals.came(type, engine.now()));
        return sifting.taken();
    }

    /** So that whatever is done next finds the engine as it has to be by then. */
    void takeGathered(Tables tables) {
        if (gathered.isEmpty()) return;
        List<Change> changes = List.copyOf(gathered);
        gathered.clear();
        gatheredFacts.clear();
        take(tables, changes);
    }

    /** @throws Refusal when one of them cannot be taken; then none is */
    int takeAll(Tables tables, Collection<Change> changes) {
        try {
            changes.forEach(engine::check);
        } catch (RefusedChange e) {
            throw new Refusal(e.said());
        }
        changes.stream()
                .map(change -> change.type().name())
                .distinct()
                .forEach(type -> arrivals.came(type, engine.now()));
        take(tables, changes);
        return changes.size();
    }

    private void take(Tables tables, Collection<Change> changes) {
        Difference difference = engine.apply(changes, tables.journal()::of);
        tables.journal().add(changes, engine.now());
        keeper.keep(tables, difference);
        hasMoved = true;
        facts += changes.size();
        List<Change> follow = ended(tables, changes);
        if (!follow.isEmpty()) take(tables, follow);
    }

    private List<Change> ended(Tables tables, Collection<Change> changes) {
        if (!putOff.awaits() && !isPutOffOld) return List.of();
        isPutOffOld = true;
        return new Awaiting(engine, keeper, tables).ended(changes);
    }

    void act(Tables tables, String who, Sight sight, Act act) {
        isPutOffOld = true;
        List<Change> follow = new Acting(engine, keeper, tables, who, sight).act(act);
        if (!follow.isEmpty()) take(tables, follow);
        hasMoved = true;
    }

    long publish(Tables tables, Standards next, List<Source> files, String author, long base) {
        requireInForce(tables, base);
        long version = tables.versions().add(engine.now(), author, Digest.of(files), files);
        keep(tables, engine.replace(next));
        tables.audit().add(engine.now(), author, "published", "definitions/" + version, Digest.of(files));
        return version;
    }

    private static void requireInForce(Tables tables, long base) {
        long inForce =
                tables.versions().inForce().map(Versions.Version::version).orElse(0L);
        if (base != Live.ANY_VERSION && base != inForce)
            throw new Refusal(
                    "version " + inForce + " is in force by now, not " + base,
                    "уже действует версия " + inForce + ", а не " + base);
    }

    private void keep(Tables tables, Difference difference) {
        if (difference.isEmpty()) return;
        keeper.keep(tables, difference);
        hasMoved = true;
    }
}
