package norma.measure;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import norma.standard.Method;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/**
 * Classes by the coefficient of variation, as {@link Method.Xyz} says: the standard deviation over the mean. A coefficient
 * equal to a break is in the class inside it, or beyond it where only what is below counts.
 */
final class XyzRanking implements Ranking {

    private final Method.Xyz method;
    private final Scale scale;
    private long lastPeriod = Long.MIN_VALUE;

    XyzRanking(Method.Xyz method) {
        this.method = method;
        this.scale = Scale.of(method.measure().type());
    }

    /** The whole periods before the calendar period, or before the one that the last day is in. */
    @Override
    public Period dates(Over over, Period period) {
        LocalDate before = before(over, period);
        if (before == null) return period;
        long end = Periods.ordinal(method.every().unit(), before.toEpochDay());
        LocalDate from = Periods.start(method.every().unit(), end - method.periods());
        return new Period(
                over.name(), from, Periods.start(method.every().unit(), end).minusDays(1));
    }

    private static @Nullable LocalDate before(Over over, Period period) {
        return over instanceof Over.Each ? period.from() : period.to();
    }

    @Override
    public boolean turns(LocalDate today) {
        long period = Periods.ordinal(method.every().unit(), today.toEpochDay());
        boolean turned = period != lastPeriod;
        lastPeriod = period;
        return turned;
    }

    @Override
    public Map<Scope, Measured> rank(Cube cube, Over over, Period period) {
        LocalDate before = before(over, period);
        if (before == null) return Map.of();
        long first = Periods.ordinal(method.every().unit(), before.toEpochDay()) - method.periods();
        Map<Scope, Measured> classes = new HashMap<>();
        for (Slice item : cube.slices()) {
            if (!item.scope().values().contains(Scope.UNKNOWN)) classes.put(item.scope(), measured(cube, item, first));
        }
        return classes;
    }

    private Measured measured(Cube cube, Slice item, long first) {
        double[] values = new double[method.periods()];
        long cases = 0;
        for (int i = 0; i < values.length; i++) {
            Cell cell = cube.cell(item, method.every(), first + i);
            values[i] = scale.inUnits(cell.first());
            cases += cell.cases();
        }
        double mean = Arrays.stream(values).sum() / values.length;
        if (!(mean > 0)) return Measured.undefined(Reasons.MEAN_NOT_POSITIVE, cases, 0);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = Math.sqrt(squares / (method.sample() ? values.length - 1 : values.length));
        return Measured.of(letter(deviation / mean * 100), cases, 0).outOf(deviation, mean);
    }

    /** The last class is Z, however many there are. */
    private String letter(double percent) {
        List<Double> breaks = method.breaks();
        int place = 0;
        while (place < breaks.size() && !isInside(percent, breaks.get(place))) place++;
        return String.valueOf((char) ('Z' - breaks.size() + place));
    }

    private boolean isInside(double percent, double mark) {
        return method.crossing() == Method.Crossing.INSIDE ? percent <= mark : percent < mark;
    }
}
