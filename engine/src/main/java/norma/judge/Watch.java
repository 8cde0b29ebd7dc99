package norma.judge;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.calendar.WorkingCalendar;
import norma.deviation.Observation;
import norma.deviation.Observation.Verdict;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Truth;
import norma.expression.Undefined;
import norma.expression.Value;
import norma.fact.Change;
import norma.fact.FactType;
import norma.fact.Field;
import norma.standard.DeviationRule;
import norma.standard.Dimension;
import norma.standard.Kpi;
import norma.standard.Limit;
import norma.standard.Norm;
import norma.standard.NormTable;
import norma.standard.Severity;
import norma.standard.Standards;
import norma.standard.Subject;
import org.jspecify.annotations.Nullable;

/** One deviation rule as it is watched: when a subject concerns it, what is seen of it, when to look again. */
public final class Watch {

    /**
     * Touched when something that no field of the subject tells may have changed: time, a reading, a fact that it refers
     * to, a hold. The identifier itself never changes, so that no other rule wakes for it.
     */
    static final String TOUCH = "id";

    private static final int MOST_STEPS_BACK = 400;
    private static final long LONGEST_LOOK_BACK = 3_660L * 24 * 3_600_000;

    private final DeviationRule rule;
    private final WorkingCalendar calendar;
    private final boolean readsNow;
    private final Set<String> fields = new LinkedHashSet<>();

    Watch(DeviationRule rule, Standards standards) {
        this.rule = rule;
        this.calendar = standards.model().calendar();
        this.readsNow = reads(rule, standards);
        expressions().forEach(expression -> collectFields(expression, standards));
    }

    /** Those that the expression reads, and those that the subject's own KPI in it do. */
    private void collectFields(Expression expression, Standards standards) {
        fields.addAll(expression.fields());
        expression.readings().forEach(reading -> {
            Kpi kpi = standards.kpis().get(reading.kpi());
            if (kpi == null || !(kpi.method() instanceof norma.standard.Method.OfSubject own)) return;
            collectFields(own.value(), standards);
            kpi.onlyIf().ifPresent(condition -> collectFields(condition, standards));
        });
    }

    private static boolean reads(DeviationRule rule, Standards standards) {
        boolean condition = rule.onlyIf().filter(e -> readsNow(e, standards)).isPresent();
        boolean value =
                rule.breaks().filter(t -> readsNow(t.value(), standards)).isPresent();
        return condition || value || rule.breaks().filter(Watch::hasEnds).isPresent();
    }

    /** By itself, or by a KPI of the subject that does. */
    private static boolean readsNow(Expression expression, Standards standards) {
        return expression.readsNow()
                || expression.readings().stream()
                        .map(reading -> standards.kpis().get(reading.kpi()))
                        .anyMatch(kpi -> kpi != null
                                && kpi.method() instanceof norma.standard.Method.OfSubject own
                                && readsNow(own.value(), standards));
    }

    private static boolean hasEnds(NormTable table) {
        return table.norm().overrides().stream().anyMatch(row -> row.until().isPresent());
    }

    DeviationRule rule() {
        return rule;
    }

    boolean readsNow() {
        return readsNow;
    }

    /** Every expression whose value the rule depends on. */
    Set<Expression> expressions() {
        Set<Expression> expressions = new LinkedHashSet<>();
        rule.onlyIf().ifPresent(expressions::add);
        rule.breaks().ifPresent(table -> expressions.add(table.value()));
        return expressions;
    }

    /** The properties, as Drools calls them, whose change can change what this rule says of a subject. */
    String[] properties() {
        Set<String> properties = new LinkedHashSet<>();
        properties.add(TOUCH);
        if (rule.on() instanceof Subject.OfFact fact) {
            fields.forEach(path -> property(fact.type(), path).ifPresent(properties::add));
            rule.breaks().ifPresent(table -> table.levels().forEach(level -> level.dimensions()
                    .forEach(dimension ->
                            property(fact.type(), dimension.binding().name()).ifPresent(properties::add))));
            rule.groupBy()
                    .forEach(dimension ->
                            property(fact.type(), dimension.binding().name()).ifPresent(properties::add));
        }
        return properties.toArray(String[]::new);
    }

    /** The values of the group keys, by name; of what has none it is empty. */
    Map<String, String> group(Object subject, Scene scene) {
        Map<String, String> group = new LinkedHashMap<>();
        for (Dimension dimension : rule.groupBy()) {
            String value = dimension.of(subject, scene);
            group.put(dimension.name(), value == null ? "" : value);
        }
        return group;
    }

    private static Optional<String> property(FactType type, String path) {
        String first = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        if (first.equals("id")) return Optional.empty();
        return Optional.of(type.field(first).map(Field::property).orElse("attributes"));
    }

    /** Whether there may be something to see: the condition is not false, and the value not as it should be. */
    boolean concerns(Object subject, Scene scene) {
        if (condition(subject, scene) == Truth.FALSE) return false;
        return rule.breaks().isEmpty()
                || judged(rule.breaks().get(), subject, scene).verdict() != Verdict.FINE;
    }

    private Truth condition(Object subject, Scene scene) {
        return rule.onlyIf().map(condition -> condition.truth(subject, scene)).orElse(Truth.TRUE);
    }

    /** What is seen of a subject now; {@code since} is left at now. */
    public Observation observe(Object subject, Scene scene) {
        Seen seen = seen(subject, scene);
        return new Observation(scene.now(), seen.verdict(), seen.severity(), scene.now());
    }

    private Seen seen(Object subject, Scene scene) {
        Truth condition = condition(subject, scene);
        if (condition == Truth.FALSE) return new Seen(Verdict.FINE, rule.severity());
        if (condition == Truth.UNDEFINED) return new Seen(Verdict.NO_DATA, rule.severity());
        return rule.breaks()
                .map(table -> judged(table, subject, scene))
                .orElseGet(() -> new Seen(Verdict.BREACH, rule.severity()));
    }

    private record Seen(Verdict verdict, Severity severity) {}

    private Seen judged(NormTable table, Object subject, Scene scene) {
        boolean whole = table.value().type().whole();
        long wholeValue = whole ? table.value().whole(subject, scene) : 0;
        double number = whole ? 0 : table.value().number(subject, scene);
        if (whole ? Undefined.is(wholeValue) : Undefined.is(number)) return new Seen(Verdict.NO_DATA, rule.severity());
        Norm.Levels levels = row(table, subject, scene).levels();
        if (beyond(table, levels.critical(), wholeValue, number)) return new Seen(Verdict.BREACH, Severity.CRITICAL);
        if (beyond(table, levels.warn(), wholeValue, number)) return new Seen(Verdict.BREACH, Severity.WARN);
        boolean notClear = beyond(table, levels.clearAt(), wholeValue, number);
        return new Seen(notClear ? Verdict.BETWEEN : Verdict.FINE, Severity.WARN);
    }

    private static boolean beyond(NormTable table, Optional<Limit> limit, long whole, double number) {
        if (limit.isEmpty()) return false;
        int side = limit.get().compare(whole, number);
        return table.norm().breach() == Norm.Breach.ABOVE ? side > 0 : side < 0;
    }

    public NormTable.Row row(NormTable table, Object subject, Scene scene) {
        return table.row(subject, scene, calendar.dateOf(scene.now()));
    }

    /** The limit that the value is beyond, or the one that it would be beyond first. */
    Optional<Limit> limit(Object subject, Scene scene) {
        if (rule.breaks().isEmpty()) return Optional.empty();
        NormTable table = rule.breaks().get();
        Norm.Levels levels = row(table, subject, scene).levels();
        boolean critical = judged(table, subject, scene).severity() == Severity.CRITICAL;
        return critical ? levels.critical() : levels.warn().or(levels::critical);
    }

    Optional<Value> value(Object subject, Scene scene) {
        return rule.breaks()
                .map(table -> new Value(
                        table.norm().kpi().unit(),
                        table.value().trace(subject, scene).value().raw()));
    }

    /** The earliest moment after now at which time alone may change what is seen; {@link Long#MAX_VALUE} for never. */
    long due(Object subject, Scene scene) {
        if (!readsNow) return Long.MAX_VALUE;
        Truth condition = condition(subject, scene);
        long due = rule.onlyIf()
                .map(each -> each.readsNow() ? each.changesAt(subject, scene) : nextOfReadings(each, scene))
                .orElse(Long.MAX_VALUE);
        if (condition == Truth.FALSE || rule.breaks().isEmpty()) return due;
        NormTable table = rule.breaks().get();
        if (table.value().readsNow() && !table.value().type().whole()) {
            Norm.Levels levels = row(table, subject, scene).levels();
            due = Math.min(due, crossing(table, levels.warn(), subject, scene));
            due = Math.min(due, crossing(table, levels.critical(), subject, scene));
            due = Math.min(due, crossing(table, levels.clearAt(), subject, scene));
        } else if (table.value().readsNow()) {
            due = Math.min(due, nextMidnight(scene));
        }
        return Math.min(due, rowEnds(table, scene));
    }

    private long nextOfReadings(Expression expression, Scene scene) {
        return expression.readings().isEmpty() ? Long.MAX_VALUE : nextMidnight(scene);
    }

    private static long crossing(NormTable table, Optional<Limit> limit, Object subject, Scene scene) {
        boolean strictly = table.norm().breach() == Norm.Breach.ABOVE;
        return limit.map(l -> table.value().crosses(l.number(), strictly, subject, scene))
                .orElse(Long.MAX_VALUE);
    }

    private long rowEnds(NormTable table, Scene scene) {
        if (!hasEnds(table)) return Long.MAX_VALUE;
        return table.nextEnd(calendar.dateOf(scene.now()))
                .map(last -> calendar.startOf(last.plusDays(1)))
                .orElse(Long.MAX_VALUE);
    }

    private long nextMidnight(Scene scene) {
        LocalDate today = calendar.dateOf(scene.now());
        return calendar.startOf(today.plusDays(1));
    }

    /**
     * When the condition came to be as it is. A value that time drives says when it crossed its limit; otherwise it is
     * looked for from the subject's last change forward, from one moment of change to the next. Now, when that cannot be
     * told.
     *
     * @param changedAt when the subject last changed, epoch milliseconds
     */
    long since(Object subject, Scene scene, long changedAt) {
        long crossed = crossedAt(subject, scene);
        if (!Undefined.is(crossed)) return crossed;
        if (readsReadings()) return scene.now();
        if (!readsNow) return changedAt == Change.START ? scene.now() : changedAt;
        return lookBack(subject, scene, changedAt == Change.START ? scene.now() - LONGEST_LOOK_BACK : changedAt);
    }

    private long crossedAt(Object subject, Scene scene) {
        if (rule.breaks().isEmpty()) return Undefined.LONG;
        NormTable table = rule.breaks().get();
        if (!table.value().readsNow() || table.value().type().whole()) return Undefined.LONG;
        Norm.Levels levels = row(table, subject, scene).levels();
        boolean strictly = table.norm().breach() == Norm.Breach.ABOVE;
        return levels.warn()
                .or(levels::critical)
                .map(limit -> table.value().crossedAt(limit.number(), strictly, subject, scene))
                .orElse(Undefined.LONG);
    }

    private long lookBack(Object subject, Scene scene, long start) {
        @Nullable Long since = null;
        long at = start;
        for (int step = 0; step < MOST_STEPS_BACK && at <= scene.now(); step++) {
            Scene then = new Then(scene, at);
            boolean breached = seen(subject, then).verdict() == Verdict.BREACH;
            if (!breached) since = null;
            else if (since == null) since = at;
            long next = due(subject, then);
            if (next <= at) break;
            at = next;
        }
        return since == null || at <= scene.now() ? scene.now() : since;
    }

    private boolean readsReadings() {
        return expressions().stream().anyMatch(e -> !e.readings().isEmpty());
    }
}
