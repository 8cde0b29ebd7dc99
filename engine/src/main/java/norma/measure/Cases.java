package norma.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the facts of a batch bring to one KPI, side by side. Written over for each batch: it allocates nothing. */
final class Cases {

    private static final long[] NONE = {};

    /** Which facts are cases, the first {@link #many}, rising. */
    final int[] facts = new int[Batch.MOST];

    final boolean[] leftOut = new boolean[Batch.MOST];
    final long[] firstLow;
    final long[] firstHigh;
    final long[] secondLow;
    final long[] secondHigh;
    int many;

    /** What a tally keeps of each. */
    final long[] keys;

    /** To work in: numbers that will be cases, and conditions that make them. */
    final double[] numbers = new double[Batch.MOST];

    final boolean[] held = new boolean[Batch.MOST];

    private final @Nullable Object[] labels;
    private final Case single = new Case();

    Cases(Aggregate aggregate) {
        firstLow = aggregate.sums() > 0 ? new long[Batch.MOST] : NONE;
        firstHigh = firstLow.clone();
        secondLow = aggregate.sums() > 1 ? new long[Batch.MOST] : NONE;
        secondHigh = secondLow.clone();
        keys = aggregate.tallies() ? new long[Batch.MOST] : NONE;
        labels = new Object[keys.length];
    }

    /** Begins anew with a case for each of some facts, still without a value. */
    void start(Chosen some) {
        many = some.many;
        System.arraycopy(some.places, 0, facts, 0, many);
        Arrays.fill(leftOut, 0, many, false);
    }

    /** Leaves only those that {@link #held} tells, by place. */
    void keepHeld() {
        int kept = 0;
        for (int i = 0; i < many; i++) if (held[i]) facts[kept++] = facts[i];
        many = kept;
    }

    void add(int fact, Case one) {
        facts[many] = fact;
        leftOut[many] = one.leftOut;
        if (firstLow.length > 0) {
            firstLow[many] = one.first.low();
            firstHigh[many] = one.first.high();
        }
        if (secondLow.length > 0) {
            secondLow[many] = one.second.low();
            secondHigh[many] = one.second.high();
        }
        if (keys.length > 0) {
            keys[many] = one.key;
            labels[many] = one.label;
        }
        many++;
    }

    /** Of what a tally keeps; good until the next one is asked for. */
    Case kept(int place) {
        single.key = keys[place];
        single.label = labels[place];
        return single;
    }
}
