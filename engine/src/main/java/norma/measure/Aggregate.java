package norma.measure;

import norma.expression.Scene;
import norma.fact.Fact;
import norma.standard.Kpi;
import norma.standard.Method;

/** How the cases of a KPI are read and added up. */
interface Aggregate {

    /**
     * Reads what the fact brings. It depends on the fact and on which of its times are over at {@link Case#now}, on nothing
     * else: what was put in must be read again when it is taken out.
     *
     * @return false when the fact is no case
     */
    boolean read(Fact fact, Scene scene, Case into);

    /**
     * Reads what many facts bring, as one by one, but at once.
     *
     * @param into written over
     * @return false when it cannot, and they have to be read one by one
     */
    default boolean read(Chosen some, Scene scene, Cases into) {
        return false;
    }

    /**
     * What it reads and adds up: two that say the same fill their cells alike, whatever they tell of them.
     */
    default Object reads() {
        return this;
    }

    /** How many sums a cell keeps: of {@link Case#first}, and of {@link Case#second}. */
    int sums();

    /** Whether a cell keeps single values beside. */
    default boolean tallies() {
        return false;
    }

    /** A tally of nothing; asked only where a cell has one. */
    default Tally start() {
        throw new UnsupportedOperationException("sums are enough for " + this);
    }

    Measured measured(Cell cell, long now);

    /** Whether the value changes as time passes, every case staying what it is. */
    default boolean ages() {
        return false;
    }

    /** Whether {@link #read} says itself where in time the case is. */
    default boolean places() {
        return false;
    }

    /**
     * @throws IllegalArgumentException for a method that adds up no cases
     */
    static Aggregate of(Kpi kpi, java.util.List<String> stages) {
        Method method = kpi.method();
        if (method instanceof Method.Count count) return new CountOf(count);
        if (method instanceof Method.Sum sum) return new SumOf(kpi, sum.value());
        if (method instanceof Method.Abc abc) return new SumOf(kpi, abc.measure());
        if (method instanceof Method.Xyz xyz) return new SumOf(kpi, xyz.measure());
        if (method instanceof Method.Share share) return new SumOf(kpi, share.sum());
        if (method instanceof Method.Mean mean) return new MeanOf(kpi, mean.value());
        if (method instanceof Method.Quantile quantile) return new QuantileOf(quantile);
        if (method instanceof Method.Min min) return new ExtremeOf(min.value(), false);
        if (method instanceof Method.Max max) return new ExtremeOf(max.value(), true);
        if (method instanceof Method.Distinct distinct) return new DistinctOf(distinct.value());
        if (method instanceof Method.Ratio ratio) return new RatioOf(kpi, ratio);
        if (method instanceof Method.WeightedSum weighted) return new WeightedSumOf(kpi, weighted);
        if (method instanceof Method.Survival survival) return new SurvivalOf(survival);
        if (method instanceof Method.Conversion conversion) return new ConversionOf(kpi, conversion, stages);
        throw new IllegalArgumentException("KPI " + kpi.id() + " adds up no cases");
    }
}
