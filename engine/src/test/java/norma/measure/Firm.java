package norma.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import norma.calendar.Pauses;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.expression.Scene;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.fact.Fact;
import norma.fact.FactType;
import norma.fact.Money;
import norma.fact.World;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.jspecify.annotations.Nullable;

/** A firm whose facts change and whose readings are kept in step, as an engine would. */
final class Firm implements Scene {

    static final String MODEL = """
            schema: 1
            model:
              currency: RUB
              calendar: office
              pipelines: { main: [lead, proposal, negotiation] }
              segments: [b2b, b2g]
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            kpis:
            """;

    private final Standards standards;
    private final World world = new World();
    private long now;
    private final Measurer measurer;

    private Firm(Standards standards, long now) {
        this.standards = standards;
        this.now = now;
        this.measurer = new Measurer(standards, world, this);
    }

    /** A firm with these KPI, written as YAML indented by two spaces; a title is added to each. */
    static Firm measuring(String kpis, String time) {
        return new Firm(standards(kpis), time(time));
    }

    static Firm measuring(Standards standards, long now) {
        return new Firm(standards, now);
    }

    static Standards standards(String kpis) {
        Problems problems = new Problems();
        String titled = kpis.replaceAll("(?m)^(  \\w+: \\{) of:", "$1 title: { en: T, ru: T }, of:");
        var read = Definitions.read(List.of(new Source("kpis.yaml", MODEL + titled)), Map.of(), problems);
        assertEquals(List.of(), problems.all());
        return read.orElseThrow();
    }

    /** A local time in Moscow, as {@code 2026-03-16T12:00}, or the start of a date. */
    static long time(String text) {
        return Instant.parse((text.contains("T") ? text : text + "T00:00") + ":00Z")
                        .toEpochMilli()
                - 3 * 3_600_000;
    }

    static Long money(double amount) {
        return Math.round(amount * Money.UNIT);
    }

    Firm at(String time) {
        now = time(time);
        return this;
    }

    Firm at(long time) {
        now = time;
        return this;
    }

    Measurer measurer() {
        return measurer;
    }

    World world() {
        return world;
    }

    Standards standards() {
        return standards;
    }

    List<Revision> materialise() {
        return measurer.materialise(now);
    }

    Measured measured(String kpi) {
        return measured(kpi, Scope.WHOLE, "");
    }

    Measured measured(String kpi, Scope scope, String over) {
        return measurer.find(kpi, scope, over, now).orElseThrow();
    }

    @Nullable
    Object value(String kpi) {
        return measured(kpi).value();
    }

    /** Fields and values in turn; a null value makes a field undefined. */
    Firm change(FactType type, String id, @Nullable Object... fields) {
        Map<String, @Nullable Object> set = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) set.put((String) fields[i], fields[i + 1]);
        return change(new Change(type, id, now, set));
    }

    Firm change(Change change) {
        List<Fact> before = affected(change);
        before.forEach(measurer::remove);
        List<World.Replaced> replaced = world.apply(change);
        for (Fact fact : before) measurer.add(world.find(fact.type().name(), fact.id()));
        replaced.stream().filter(r -> r.before() == null).forEach(r -> measurer.add(r.after()));
        return this;
    }

    /** The fact itself; for what others refer to, simply everything. */
    private List<Fact> affected(Change change) {
        List<Fact> facts = new ArrayList<>();
        Fact fact = world.find(change.type().name(), change.id());
        if (change.type().field("at").isPresent()) {
            if (fact != null) facts.add(fact);
        } else {
            for (FactType type : Catalogue.TYPES) facts.addAll(world.all(type));
        }
        return facts;
    }

    /** What another measurer finds that sees all facts for the first time. */
    Measurer measuredAfresh() {
        Measurer afresh = new Measurer(standards, world, this);
        for (FactType type : Catalogue.TYPES) world.all(type).forEach(afresh::add);
        afresh.materialise(now);
        return afresh;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public Pauses pauses(Object subject) {
        return world.pauses(subject);
    }

    @Override
    public @Nullable Object find(String factType, String id) {
        return world.find(factType, id);
    }

    @Override
    public void find(String factType, @Nullable String[] ids, int many, @Nullable Object[] into) {
        world.find(factType, ids, many, into);
    }

    @Override
    public long whole(String kpi, String over, Object subject) {
        return measurer.whole(kpi, over, subject);
    }

    @Override
    public double number(String kpi, String over, Object subject) {
        return measurer.number(kpi, over, subject);
    }

    @Override
    public @Nullable String words(String kpi, String over, Object subject) {
        return measurer.words(kpi, over, subject);
    }
}
