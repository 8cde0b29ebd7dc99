package norma.measure;

import java.util.List;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Deal;
import norma.fact.Fact;
import norma.fact.Visit;
import norma.standard.Kpi;
import norma.standard.Method;
import org.jspecify.annotations.Nullable;

/**
 * Of the deals that entered a stage, the share that later reached another, or one beyond it, or were won, within a time.
 *
 * <p>A deal is placed by its first entry. It counts as soon as it is decided: reached, lost, or its time is over; until then
 * it is immature, and only counted beside. A lost deal that was reached in time stays reached.
 */
final class ConversionOf implements Aggregate {

    private static final double MILLIS_PER_DAY = 86_400_000;

    private final Kpi kpi;
    private final Method.Conversion method;
    private final List<String> goals;

    /**
     * @param stages the open stages of the pipeline, in order
     */
    ConversionOf(Kpi kpi, Method.Conversion method, List<String> stages) {
        this.kpi = kpi;
        this.method = method;
        int first = stages.indexOf(method.to());
        this.goals = first < 0 ? List.of() : List.copyOf(stages.subList(first, stages.size()));
    }

    @Override
    public boolean places() {
        return true;
    }

    @Override
    public boolean read(Fact fact, Scene scene, Case into) {
        if (!(fact instanceof Deal deal)) return false;
        if (deal.pipeline() != null && !deal.pipeline().equals(method.pipeline())) return false;
        Visit entry = visit(deal, method.from(), 1, scene);
        if (entry == null) return false;
        into.startAt(entry.enteredAtMillis());
        if (Undefined.is(entry.enteredAtMillis())) {
            into.leftOut = true;
            return true;
        }
        if (!into.reached(entry.enteredAtMillis())) return false;
        long deadline = entry.enteredAtMillis() + Math.round(method.withinDays() * MILLIS_PER_DAY);
        long reachedAt = reachedAt(deal, entry.enteredAtMillis(), scene);
        boolean made = reachedAt <= deadline && into.reached(reachedAt);
        into.first.set(made ? 1 : 0);
        into.leftOut = !made && !"lost".equals(deal.status()) && !into.reached(deadline);
        return true;
    }

    /** {@link Long#MAX_VALUE} when it has not. */
    private long reachedAt(Deal deal, long entered, Scene scene) {
        long earliest = "won".equals(deal.status()) ? wonAt(deal, entered, scene) : Long.MAX_VALUE;
        for (String goal : goals) {
            Visit visit = visit(deal, goal, 1, scene);
            for (int nth = 2; visit != null; nth++) {
                if (visit.enteredAtMillis() >= entered) earliest = Math.min(earliest, visit.enteredAtMillis());
                visit = visit(deal, goal, nth, scene);
            }
        }
        return earliest;
    }

    /** A deal that was won nobody knows when is taken as won in time. */
    private static long wonAt(Deal deal, long entered, Scene scene) {
        if (!Undefined.is(deal.closedAtMillis())) return deal.closedAtMillis();
        long left = entered;
        Visit visit = visit(deal, deal.stage(), 1, scene);
        for (int nth = 2; visit != null; nth++) {
            left = Math.max(left, visit.leftAtMillis());
            visit = visit(deal, deal.stage(), nth, scene);
        }
        return left;
    }

    private static @Nullable Visit visit(Deal deal, @Nullable String stage, int nth, Scene scene) {
        return (Visit) scene.find("visit", deal.id() + "#" + stage + "#" + nth);
    }

    @Override
    public int sums() {
        return 1;
    }

    @Override
    public Measured measured(Cell cell, long now) {
        double made = cell.first().toDouble();
        return share(made, cell).outOf(made, (double) cell.cases());
    }

    private Measured share(double made, Cell cell) {
        if (cell.cases() > 0) return Measured.of(made / cell.cases(), cell.cases(), cell.leftOut());
        if (kpi.zeroDenominator() == Kpi.ZeroDenominator.ZERO) return Measured.of(0.0, 0, cell.leftOut());
        return Measured.undefined(cell.leftOut() > 0 ? Reasons.NOT_OVER : Reasons.NO_DENOMINATOR, 0, cell.leftOut());
    }
}
