package norma.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import norma.calendar.WorkingCalendar;
import norma.expression.Scene;
import norma.fact.Catalogue;
import norma.fact.Fact;
import norma.fact.FactType;
import norma.fact.World;
import norma.standard.Dimension;
import norma.standard.Kpi;
import norma.standard.Method;
import norma.standard.Over;
import norma.standard.Standards;
import org.jspecify.annotations.Nullable;

/**
 * Measures every KPI of the standards over the facts, and keeps the readings up to date. One thread at a time.
 *
 * <p>Facts go in and out: before a batch changes facts, {@link #remove} each of them as it was, and each whose walked
 * references ({@link #paths}) or held time will change; change the world; then {@link #add} each as it is now. What goes out is
 * exactly what went in. After that, and whenever time has passed, {@link #materialise} tells which readings changed. Days
 * and periods are those of the zone of the model's calendar.
 *
 * <p>Cost: a fact that goes in or out touches one cell for each KPI that it is a case of, cut and period. A round costs the
 * cells that changed; a day that passes, what falls out of the rolling windows; a calendar period that begins, one reading
 * for each scope. A KPI of which a case reads {@code now} or a reading cannot be kept: it costs a pass over all facts of
 * its type in every round in which time or facts moved. Survival is brought up to date when a case of its scope changes, and
 * once each day.
 */
public final class Measurer {

    /** So many replacements of KPI of one type may leave their measurers side by side; then all are made one again. */
    private static final int MOST_PIECES = 8;

    private final Scene scene;
    private final World world;
    private final Crew crew;
    private final Map<FactType, List<TypeMeasurer>> types = new LinkedHashMap<>();
    private final Map<String, Gauge> gauges = new LinkedHashMap<>();
    private final Map<String, Pass> passes = new LinkedHashMap<>();
    private final Wakes wakes = new Wakes();
    private final Leaving leaving = new Leaving();
    private WorkingCalendar calendar;
    private Map<String, Kpi> kpis;
    private Dependencies dependencies;
    private long now;
    private boolean moved = true;
    private boolean many;

    /** A KPI that is measured by passing over the facts. */
    private record Pass(TypeMeasurer type, Cube cube) {}

    /**
     * @param scene whose now is the moment up to which facts are known, and whose KPI are asked of this measurer
     */
    public Measurer(Standards standards, World world, Scene scene) {
        this(standards, world, scene, Crew.ALONE);
    }

    /** @param crew measures many facts that come in together */
    public Measurer(Standards standards, World world, Scene scene, Crew crew) {
        this.crew = crew;
        this.scene = scene;
        this.world = world;
        this.calendar = standards.model().calendar();
        this.kpis = standards.kpis();
        this.dependencies = new Dependencies(kpis);
        this.now = scene.now();
        Catalogue.TYPES.forEach(type -> types.put(type, new ArrayList<>()));
        build(standards, Map.of()).forEach((type, made) -> measurers(type).add(made));
    }

    /**
     * Makes the gauges of the standards.
     *
     * @param kept gauges that stay as they are, by KPI
     * @return what counts for the new ones, still without a fact
     */
    private Map<FactType, TypeMeasurer> build(Standards standards, Map<String, Gauge> kept) {
        Map<FactType, TypeMeasurer> made = new LinkedHashMap<>();
        gauges.clear();
        for (Kpi kpi : dependencies.inOrder()) {
            if (kpi.ofSubject()) continue;
            Gauge same = kept.get(kpi.id());
            gauges.put(
                    kpi.id(), same != null ? same : gauge(kpi, standards.model().pipelines(), made));
        }
        return made;
    }

    private Gauge gauge(Kpi kpi, Map<String, List<String>> pipelines, Map<FactType, TypeMeasurer> made) {
        List<List<Dimension>> cuts = dependencies.cuts(kpi);
        if (kpi.method() instanceof Method.Formula formula)
            return new FormulaGauge(
                    kpi, parts(kpi), new KpiFormula(kpi, formula, gauges, scene, calendar::dateOf), cuts);
        if (kpi.method() instanceof Method.AbcXyz both) {
            List<Gauge> parts = List.of(gauge(both.abc()), gauge(both.xyz()));
            return new FormulaGauge(kpi, parts, new PairFormula(parts.get(0), parts.get(1)), cuts);
        }
        List<String> stages = kpi.method() instanceof Method.Conversion conversion
                ? pipelines.getOrDefault(conversion.pipeline(), List.of())
                : List.of();
        Cube cube = cube(kpi, Aggregate.of(kpi, stages), cuts, made);
        if (kpi.method() instanceof Method.Abc abc) return new RankGauge(cube, new AbcRanking(abc));
        if (kpi.method() instanceof Method.Xyz xyz) return new RankGauge(cube, new XyzRanking(xyz));
        if (kpi.method() instanceof Method.Share share) return new RankGauge(cube, new ShareRanking(kpi, share));
        return new CubeGauge(cube);
    }

    private static List<Over> over(Kpi kpi) {
        return kpi.method() instanceof Method.Xyz xyz ? List.of(xyz.every(), new Over.All()) : kpi.over();
    }

    private Cube cube(Kpi kpi, Aggregate aggregate, List<List<Dimension>> cuts, Map<FactType, TypeMeasurer> made) {
        if (dependencies.isSteady(kpi))
            return made.computeIfAbsent(kpi.of(), type -> new TypeMeasurer(calendar, scene))
                    .measure(kpi, aggregate, over(kpi), cuts, calendar.dayOf(now));
        TypeMeasurer own = new TypeMeasurer(calendar, scene);
        Cube cube = own.measure(kpi, aggregate, over(kpi), cuts, calendar.dayOf(now));
        passes.put(kpi.id(), new Pass(own, cube));
        return cube;
    }

    private List<Gauge> parts(Kpi kpi) {
        return dependencies.parts(kpi).stream()
                .flatMap(part -> Optional.ofNullable(gauges.get(part.id())).stream())
                .toList();
    }

    private Gauge gauge(String kpi) {
        Gauge gauge = gauges.get(kpi);
        if (gauge == null) throw new IllegalArgumentException("there is no KPI " + kpi);
        return gauge;
    }

    private List<TypeMeasurer> measurers(FactType type) {
        return Objects.requireNonNull(types.get(type));
    }

    private long count(Fact fact, int sign) {
        long turn = Long.MAX_VALUE;
        for (TypeMeasurer each : measurers(fact.type())) turn = Math.min(turn, each.count(fact, now, sign));
        return turn;
    }

    /**
     * Puts other standards in force over the facts that are in the world. What has not changed goes on as it is; what has is
     * measured anew, which costs a pass over the facts of its type.
     *
     * @param changed the KPI that are new, or that say or rest on something else than before
     * @return the readings that became different, those among them that are no more
     */
    public List<Revision> replace(Standards next, Set<String> changed) {
        catchUp(scene.now());
        calendar = next.model().calendar();
        kpis = next.kpis();
        dependencies = new Dependencies(kpis);
        boolean inPieces = types.values().stream().anyMatch(pieces -> pieces.size() >= MOST_PIECES);
        Map<String, Gauge> gone = new LinkedHashMap<>(gauges);
        Map<String, Gauge> kept = new LinkedHashMap<>();
        if (!inPieces)
            kpis.keySet().stream()
                    .filter(id -> !changed.contains(id) && gone.containsKey(id))
                    .forEach(id -> kept.put(id, Objects.requireNonNull(gone.remove(id))));
        gone.forEach((id, gauge) -> {
            gauge.release();
            passes.remove(id);
        });
        types.values().forEach(pieces -> pieces.removeIf(TypeMeasurer::isEmpty));
        build(next, kept).forEach(this::enter);
        kpis.keySet().stream()
                .filter(id -> passes.containsKey(id) && !kept.containsKey(id))
                .forEach(id -> recount(Objects.requireNonNull(passes.get(id))));
        Succession succession = new Succession();
        gone.values().forEach(gauge -> gauge.shown().forEach(succession::leave));
        return succession.of(materialise(now));
    }

    private void enter(FactType type, TypeMeasurer made) {
        measurers(type).add(made);
        enterAll(type, made);
    }

    private void enterAll(FactType type, TypeMeasurer made) {
        Collection<Fact> facts = world.all(type);
        made.enter(facts, now, wakes, crew);
        many |= crew.pieces(facts.size()) > 1;
    }

    /** Every reading as it was shown last. */
    public List<Reading> shown() {
        return gauges.values().stream().flatMap(gauge -> gauge.shown().stream()).toList();
    }

    /** Every path by which the KPI read facts of a type: when the fact that a step leads to changes, so do they. */
    public Set<String> paths(FactType of) {
        return dependencies.paths(of);
    }

    /** Puts every fact of the world in, at once; none may be in yet. */
    public void addAll() {
        reach(scene.now());
        moved = true;
        types.forEach((type, pieces) -> pieces.forEach(piece -> enterAll(type, piece)));
    }

    /** Puts a fact in, under the world as it is now. */
    public void add(Fact fact) {
        reach(scene.now());
        moved = true;
        long turn = leaving.has(fact) ? leaving.change(fact, measurers(fact.type()), now) : count(fact, 1);
        wakes.put(turn, fact);
    }

    /**
     * Takes a fact out that was put in, under the world as it was then. Only what it does not bring again, when it is put in
     * anew before anybody asks, is really taken out.
     */
    public void remove(Fact fact) {
        reach(scene.now());
        moved = true;
        leaving.put(fact, measurers(fact.type()), now);
        wakes.remove(fact);
    }

    /** Before anything is asked: who was taken out and not put in again leaves. */
    private void catchUp(long moment) {
        reach(moment);
        leaving.leave(this::measurers);
    }

    /**
     * Takes over what another measurer of the same standards, world and moment put in: the facts of the two together.
     *
     * @throws IllegalArgumentException when the other stands at another moment
     */
    public void merge(Measurer other) {
        if (other.now != now) throw new IllegalArgumentException("measured up to " + other.now + ", not " + now);
        catchUp(now);
        other.catchUp(now);
        types.forEach((type, mine) -> {
            List<TypeMeasurer> theirs = other.measurers(type);
            for (int i = 0; i < theirs.size(); i++) mine.get(i).merge(theirs.get(i), crew);
        });
        wakes.addAll(other.wakes);
        moved = true;
    }

    private void reach(long moment) {
        if (moment <= now) return;
        List<Fact> due = wakes.until(moment);
        for (Fact fact : due) {
            count(fact, -1);
            wakes.remove(fact);
        }
        boolean newDay = calendar.dayOf(moment) != calendar.dayOf(now);
        now = moment;
        moved = true;
        if (newDay) {
            long today = calendar.dayOf(now);
            types.values().forEach(pieces -> panels(pieces).forEach(panel -> panel.pass(today)));
        }
        for (Fact fact : due) wakes.put(count(fact, 1), fact);
    }

    private static List<Panel> panels(List<TypeMeasurer> pieces) {
        return pieces.stream().flatMap(each -> each.panels().stream()).toList();
    }

    /**
     * Brings every reading up to date and tells which changed: the current ones, and of calendar periods the last complete
     * ones too. When a calendar period begins, every reading of it is another one; the dates of a rolling period alone make
     * no change.
     *
     * @param moment not before any that was seen
     * @throws IllegalArgumentException when time would run backwards
     */
    public List<Revision> materialise(long moment) {
        if (moment < now) throw new IllegalArgumentException("from " + now + " back to " + moment);
        catchUp(moment);
        if (gauges.isEmpty()) return List.of();
        Round round = new Round(now, calendar.dateOf(now));
        Map<Gauge, Round> done = many ? new Abreast(crew).refreshed(withoutPass(), round) : Map.of();
        gauges.forEach((id, gauge) -> {
            Round apart = done.get(gauge);
            if (apart != null) {
                round.add(apart);
                return;
            }
            Pass pass = passes.get(id);
            if (pass != null && moved) recount(pass);
            gauge.refresh(round);
        });
        moved = many = false;
        return round.revisions();
    }

    private List<Gauge> withoutPass() {
        return gauges.values().stream()
                .filter(gauge -> !passes.containsKey(gauge.kpi().id()))
                .toList();
    }

    private void recount(Pass pass) {
        pass.cube().clear(calendar.dayOf(now));
        for (Fact fact : world.all(pass.cube().kpi().of())) pass.type().count(fact, now, 1);
    }

    /**
     * What a KPI is for a scope; of a scope without cases too.
     *
     * @param over the name of a period of the KPI, as {@code month} or {@code last month}; empty for its first
     * @param moment at which the period is current
     * @return empty when the KPI is not measured so
     */
    public Optional<Measured> find(String kpi, Scope scope, String over, long moment) {
        catchUp(moment);
        Gauge gauge = gauges.get(kpi);
        if (gauge == null || !gauge.cuts(scope.dimensions())) return Optional.empty();
        return Slot.named(gauge.kpi(), over).map(slot -> gauge.current(scope, slot, now, calendar.dateOf(now)));
    }

    /**
     * What a KPI is for a subject at the scene's now: its own value; or the reading of the first cut by a reference to its
     * type; or, of a scope or a reading, that of the same dimensions.
     *
     * @param over as in {@link #find}
     */
    public Measured of(String kpi, String over, Object subject) {
        reach(scene.now());
        Kpi asked = kpis.get(kpi);
        if (asked == null) return Measured.undefined(Reasons.unknown(kpi), 0, 0);
        if (asked.method() instanceof Method.OfSubject own) return Measured.own(asked, own, subject, scene);
        catchUp(now);
        Gauge gauge = gauge(kpi);
        Scope scope = dependencies.scope(asked, subject);
        if (scope == null || !gauge.cuts(scope.dimensions())) return Measured.undefined(Reasons.noCut(asked), 0, 0);
        return Slot.named(asked, over)
                .map(slot -> gauge.current(scope, slot, now, calendar.dateOf(now)))
                .orElseGet(() -> Measured.undefined(Reasons.noPeriod(asked, over), 0, 0));
    }

    /** For {@link Scene#whole}: {@link #of} where the name may be a KPI of money or time. */
    public long whole(String kpi, String over, Object subject) {
        return of(kpi, over, subject).whole();
    }

    /** For {@link Scene#number}: {@link #of} where the name may be a part as {@code win_rate.cases}. */
    public double number(String name, String over, Object subject) {
        return of(Dependencies.id(name), over, subject).part(name);
    }

    /** For {@link Scene#words}: {@link #of} where the name may be a KPI of classes. */
    public @Nullable String words(String kpi, String over, Object subject) {
        return of(kpi, over, subject).words();
    }

    /** The readings of one KPI and of some scopes, by scope, then by period; none of a KPI that each subject has for itself. */
    public List<Reading> readings(String kpi, Predicate<Scope> which) {
        catchUp(scene.now());
        Gauge gauge = gauges.get(kpi);
        if (gauge == null) return List.of();
        LocalDate today = calendar.dateOf(now);
        List<Reading> readings = new ArrayList<>();
        gauge.readings(which, now, today, readings);
        return readings;
    }

    /**
     * Every reading there is: of calendar periods all that have cases, of others the current one. By KPI in the order of the
     * standards, then by scope, then by period.
     */
    public Collection<Reading> readings() {
        catchUp(scene.now());
        List<Gauge> inOrder = kpis.keySet().stream()
                .flatMap(kpi -> Stream.ofNullable(gauges.get(kpi)))
                .toList();
        return new Abreast(crew).readings(inOrder, now, calendar.dateOf(now));
    }
}
