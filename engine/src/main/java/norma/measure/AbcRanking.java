package norma.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import norma.standard.Method;
import norma.standard.Over;

/**
 * Classes by the share that the largest items add up to, as {@link Method.Abc} says. The whole is the sum of what is above
 * zero; shares are compared without rounding.
 */
final class AbcRanking implements Ranking {

    private final Method.Abc method;
    private final Scale scale;

    AbcRanking(Method.Abc method) {
        this.method = method;
        this.scale = Scale.of(method.measure().type());
    }

    private record Weighed(Item item, BigInteger weight) {

        static final Comparator<Weighed> LARGEST_FIRST = Comparator.comparing(Weighed::weight)
                .reversed()
                .thenComparing(weighed -> weighed.item().scope());
    }

    @Override
    public Map<Scope, Measured> rank(Cube cube, Over over, Period period) {
        List<Weighed> items = Ranking.items(cube, over, period, scale, false).stream()
                .map(item -> new Weighed(item, item.sum().toBigInteger()))
                .sorted(Weighed.LARGEST_FIRST)
                .toList();
        BigInteger whole = items.stream()
                .map(Weighed::weight)
                .filter(weight -> weight.signum() > 0)
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger[] marks = method.breaks().stream().map(at -> mark(whole, at)).toArray(BigInteger[]::new);
        Map<Scope, Measured> classes = new HashMap<>();
        BigInteger before = BigInteger.ZERO;
        for (Weighed weighed : items) {
            boolean something = weighed.weight().signum() > 0;
            BigInteger with = before.add(weighed.weight());
            int place = something
                    ? place(marks, method.crossing() == Method.Crossing.INSIDE ? before : with)
                    : marks.length;
            classes.put(weighed.item().scope(), measured(weighed.item(), place, whole));
            if (something) before = with;
        }
        return classes;
    }

    /** The smallest sum whose share is not below the break. */
    private static BigInteger mark(BigInteger whole, double percent) {
        return new BigDecimal(whole)
                .multiply(BigDecimal.valueOf(percent))
                .movePointLeft(2)
                .setScale(0, RoundingMode.CEILING)
                .toBigInteger();
    }

    private static int place(BigInteger[] marks, BigInteger sum) {
        int place = 0;
        while (place < marks.length && sum.compareTo(marks[place]) >= 0) place++;
        return place;
    }

    private Measured measured(Item item, int place, BigInteger whole) {
        ExactSum total = new ExactSum();
        total.setWhole(whole.doubleValue());
        if (whole.bitLength() < Long.SIZE) total.set(whole.longValue());
        return item.measured(String.valueOf((char) ('A' + place))).outOf(scale.boxed(item.sum()), scale.boxed(total));
    }
}
