package norma.judge;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import norma.calendar.WorkingCalendar;
import norma.deviation.Observation;
import norma.deviation.Observation.Verdict;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Truth;
import norma.expression.Undefined;
import norma.expression.Value;
import norma.standard.DeviationRule;
import norma.standard.Dimension;
import norma.standard.Limit;
import norma.standard.Norm;
import norma.standard.NormTable;
import norma.standard.Severity;
import norma.standard.Standards;
import org.jspecify.annotations.Nullable;

/** One deviation rule as it is watched: when a subject concerns it, what is seen of it, when to look again. */
public final class Watch {

    /**
     * Touched when something that no field of the subject tells may have changed: time, a reading, a fact that it refers
     * to, a hold. The identifier itself never changes, so that no other rule wakes for it.
     */
    static final String TOUCH = "id";

    private static final double[] NO_LIMITS = {};

    private final DeviationRule rule;
    private final WorkingCalendar calendar;
    private final @Nullable Expression condition;
    private final @Nullable NormTable table;
    private final int conditionSlot;
    private final int valueSlot;
    private final boolean conditionMoves;
    private final boolean valueMoves;
    private final boolean rowsEnd;
    private final Inputs inputs;
    private final boolean whole;
    private final @Nullable Limit mildest;
    private final @Nullable Cohorts cohorts;
    private final int norm;
    private final Hindsight hindsight;

    Watch(DeviationRule rule, Standards standards, Glance.Slots slots) {
        this.rule = rule;
        this.calendar = standards.model().calendar();
        this.condition = rule.onlyIf().orElse(null);
        this.table = rule.breaks().orElse(null);
        this.conditionSlot = condition == null ? 0 : slots.of(condition);
        this.valueSlot = table == null ? 0 : slots.of(table.value());
        this.inputs = new Inputs(rule, standards);
        this.conditionMoves = inputs.conditionReadsNow()
                || condition != null && !condition.readings().isEmpty();
        this.valueMoves = table != null && table.value().readsNow();
        this.rowsEnd = table != null && hasEnds(table);
        this.whole = rule.breaks().filter(table -> table.value().type().whole()).isPresent();
        this.mildest = rule.breaks().flatMap(Watch::mildest).orElse(null);
        this.cohorts = table == null ? null : slots.cohorts(rule.on(), table);
        this.norm = slots.norm(rowsEnd);
        this.hindsight = new Hindsight(this);
    }

    private static boolean hasEnds(NormTable table) {
        return table.norm().overrides().stream().anyMatch(row -> row.until().isPresent());
    }

    DeviationRule rule() {
        return rule;
    }

    /** Whether what has become of a subject can change what this rule says of it. */
    boolean reads(long alteration) {
        return (alteration & inputs.ofSubject()) != 0;
    }

    Inputs inputs() {
        return inputs;
    }

    Hindsight hindsight() {
        return hindsight;
    }

    /** Whether time alone may change what is seen. */
    boolean readsNow() {
        return inputs.readsNow() || rowsEnd;
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

    /** The rules of which this is the same judge the same value, by limits on the same side, of subjects told apart alike. */
    Object judges() {
        if (table == null || cohorts == null) return rule.id();
        return List.of(valueSlot, breach(), rowsEnd, cohorts);
    }

    /** What tells subjects apart for which other limits hold; null where time does as well. */
    @Nullable
    Cohorts cohorts() {
        return rowsEnd ? null : cohorts;
    }

    /** Those of which this is the same have the same condition. */
    Object asks() {
        return condition == null || conditionMoves ? rule.id() : conditionSlot;
    }

    /** Whether it may be raised because its condition is unknown, whatever the value is. */
    boolean raisesUnknown() {
        return condition != null && rule.noData() == DeviationRule.NoData.RAISE;
    }

    /** Whether its condition is not false, or may become other than false by time alone. */
    boolean concerns(Glance glance) {
        return conditionMoves || condition(glance) != Truth.FALSE;
    }

    @Nullable
    Expression value() {
        return table == null ? null : table.value();
    }

    int valueSlot() {
        return valueSlot;
    }

    Norm.Breach breach() {
        return table == null ? Norm.Breach.ABOVE : table.norm().breach();
    }

    /** The limit that is the first to be beyond, whichever row applies: what is within it is fine. */
    @Nullable
    Limit mildest() {
        return mildest;
    }

    /** Whether the moments can be told at which time takes the value past limits. */
    boolean crosses() {
        return valueMoves && !whole;
    }

    /** Whether time may change something other than by taking the value past a limit. */
    boolean isRestless() {
        return readsNow() && (conditionMoves || rowsEnd || valueMoves && whole);
    }

    /** The limits of the row that applies, for a value that {@link #crosses} them. */
    double[] limits(Glance glance) {
        return table == null ? NO_LIMITS : bounds(table, glance).limits();
    }

    /** The limits of all rows that may apply, as far as the subject's own fields tell; of a norm of which no row ends. */
    DoubleStream possibleLimits(Glance glance) {
        return rule.breaks().stream()
                .flatMap(norms -> norms.possible(glance.subject(), glance).stream())
                .flatMapToDouble(row -> Arrays.stream(Bounds.of(row.levels()).limits()));
    }

    private Bounds bounds(NormTable norms, Glance glance) {
        Bounds known = glance.bounds(norm, Objects.requireNonNull(cohorts));
        return known != null
                ? known
                : glance.keep(
                        norm, Bounds.of(row(norms, glance.subject(), glance).levels()));
    }

    /** Whether it may be raised: of a subject of which nothing is known yet, nothing else is worth knowing. */
    boolean mayRaise(Glance glance) {
        Truth truth = condition(glance);
        boolean noDataRaises = rule.noData() == DeviationRule.NoData.RAISE;
        if (truth != Truth.TRUE) return truth == Truth.UNDEFINED && noDataRaises;
        if (table == null) return true;
        NormTable norms = table;
        long wholeValue = whole ? glance.whole(valueSlot, norms.value()) : 0;
        double number = whole ? 0 : glance.number(valueSlot, norms.value());
        Verdict verdict = judged(
                        norms, wholeValue, number, () -> bounds(norms, glance).levels())
                .verdict();
        return verdict == Verdict.BREACH || verdict == Verdict.NO_DATA && noDataRaises;
    }

    Truth condition(Glance glance) {
        return condition == null ? Truth.TRUE : glance.truth(conditionSlot, condition);
    }

    private Truth condition(Object subject, Scene scene) {
        return condition == null ? Truth.TRUE : condition.truth(subject, scene);
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

    private static final Seen FINE = new Seen(Verdict.FINE, Severity.WARN);

    private Seen judged(NormTable table, Object subject, Scene scene) {
        long wholeValue = whole ? table.value().whole(subject, scene) : 0;
        double number = whole ? 0 : table.value().number(subject, scene);
        return judged(
                table, wholeValue, number, () -> row(table, subject, scene).levels());
    }

    private Seen judged(NormTable table, long wholeValue, double number, Supplier<Norm.Levels> applying) {
        if (whole ? Undefined.is(wholeValue) : Undefined.is(number)) return new Seen(Verdict.NO_DATA, rule.severity());
        if (!beyondSome(wholeValue, number)) return FINE;
        Norm.Levels levels = applying.get();
        if (beyond(table, levels.critical(), wholeValue, number)) return new Seen(Verdict.BREACH, Severity.CRITICAL);
        if (beyond(table, levels.warn(), wholeValue, number)) return new Seen(Verdict.BREACH, Severity.WARN);
        boolean notClear = beyond(table, levels.clearAt(), wholeValue, number);
        return new Seen(notClear ? Verdict.BETWEEN : Verdict.FINE, Severity.WARN);
    }

    /** Whether the value is beyond some limit of some row: what is not is fine, whichever row applies. */
    private boolean beyondSome(long wholeValue, double number) {
        return table != null && mildest != null && beyond(table, mildest, wholeValue, number);
    }

    private static Optional<Limit> mildest(NormTable table) {
        return table.norm().levels().stream()
                .flatMap(levels -> Stream.of(levels.warn(), levels.critical(), levels.clearAt())
                        .flatMap(Optional::stream))
                .min(Limit.mildestFirst(table.norm().breach()));
    }

    private static boolean beyond(NormTable table, Optional<Limit> limit, long whole, double number) {
        return limit.isPresent() && beyond(table, limit.get(), whole, number);
    }

    private static boolean beyond(NormTable table, Limit limit, long whole, double number) {
        int side = limit.compare(whole, number);
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
                        table.value().value(subject, scene).raw()));
    }

    /**
     * The earliest moment after now at which time alone may change what is seen otherwise than by taking the value past a limit;
     * {@code before} when it is not earlier than that.
     */
    long due(Glance glance, long before) {
        long due = before;
        if (condition != null && conditionMoves)
            due = Math.min(
                    due, condition.readsNow() ? condition.changesAt(glance.subject(), glance) : nextMidnight(glance));
        if (table == null || condition(glance) != Truth.TRUE) return due;
        if (valueMoves && whole) due = Math.min(due, nextMidnight(glance));
        return rowsEnd ? Math.min(due, rowEnds(table, glance)) : due;
    }

    private long rowEnds(NormTable table, Scene scene) {
        return table.nextEnd(calendar.dateOf(scene.now()))
                .map(last -> calendar.startOf(last.plusDays(1)))
                .orElse(Long.MAX_VALUE);
    }

    private long nextMidnight(Scene scene) {
        LocalDate today = calendar.dateOf(scene.now());
        return calendar.startOf(today.plusDays(1));
    }
}
