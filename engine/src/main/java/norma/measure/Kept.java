package norma.measure;

import org.jspecify.annotations.Nullable;

/** Every value of a cell, in order: what the next smallest is must be known when one is taken out. */
final class Kept implements Tally {

    private final CountedLongs values = new CountedLongs();

    /** The values of a cell that has a case. */
    static CountedLongs values(@Nullable Tally tally) {
        if (tally instanceof Kept kept) return kept.values;
        throw new IllegalArgumentException("no values in " + tally);
    }

    @Override
    public void take(Case one, int sign) {
        values.add(one.key, sign);
    }

    @Override
    public void takeAll(Tally other, int sign) {
        values.addAll(((Kept) other).values, sign);
    }
}
