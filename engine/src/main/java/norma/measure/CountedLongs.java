package norma.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A multiset of longs: each can be taken out again, and the k-th smallest is known.
 *
 * <p>What comes in waits without order, and who asks for the first time is answered by looking through it: most cells are
 * asked no more than that. When one is asked and has changed, or has to give a value back, its values are put in order: from
 * then on each is put in and taken out, and the k-th found, in about a microsecond among a million.
 */
final class CountedLongs implements Tally {

    private static final int FEW = 64;

    /** A bit for each number costs less than a table of those that were met, unless numbers are as many times as many. */
    private static final int DENSE = 64;

    private @Nullable OrderedLongs ordered;
    private @Nullable PackedLongs waiting;
    private boolean asked;

    /** Takes the values one after the other, from the smallest. */
    interface Visitor {
        void visit(long value, long count);
    }

    /** The values of a cell that has a case. */
    static CountedLongs of(@Nullable Tally tally) {
        if (tally instanceof CountedLongs values) return values;
        throw new IllegalArgumentException("no values in " + tally);
    }

    @Override
    public void take(Case one, int sign) {
        add(one.key, sign);
    }

    @Override
    public void takeAll(Tally other, int sign) {
        addAll(of(other), sign);
    }

    /** How many there are, each as often as it was put in. */
    int total() {
        return inOrder() + (waiting == null ? 0 : waiting.size());
    }

    private int inOrder() {
        return ordered == null ? 0 : ordered.size();
    }

    /**
     * @param times negative to take out
     * @throws IllegalStateException when more is taken out than was put in
     */
    void add(long value, int times) {
        if (asked || times < 0) order();
        for (int i = 0; i < times; i++) put(value);
        for (int i = 0; i > times; i--) remove(value);
    }

    private void put(long value) {
        if (ordered != null && ordered.isShort()) {
            ordered.insert(value);
            return;
        }
        if (waiting == null) waiting = new PackedLongs();
        waiting.add(value);
    }

    private void remove(long value) {
        if (ordered == null || !ordered.remove(value))
            throw new IllegalStateException(value + " was not put in so often");
        if (ordered.size() == 0) ordered = null;
    }

    void addAll(CountedLongs other, int sign) {
        if (asked || sign < 0) order();
        PackedLongs theirs = other.ordered == null && sign > 0 ? other.waiting : null;
        if (theirs == null || ordered != null && ordered.isShort()) {
            for (long value : other.toArray()) add(value, sign);
            return;
        }
        if (waiting == null) waiting = new PackedLongs();
        waiting.addAll(theirs);
    }

    /** What waits comes last. */
    private long[] toArray() {
        long[] values = new long[total()];
        if (ordered != null) ordered.copyTo(values, 0);
        if (waiting != null) waiting.copyTo(values, inOrder());
        return values;
    }

    /** How many different ones there are. */
    int distinct() {
        return distinct(Long.MAX_VALUE);
    }

    /** The same, where all are numbers from 0 to below a bound; of others the bound is {@link Long#MAX_VALUE}. */
    int distinct(long below) {
        OrderedLongs values = asked();
        if (values != null) return values.distinct();
        if (waiting == null) return 0;
        return below < DENSE * (long) waiting.size() ? waiting.distinct((int) below) : waiting.distinct();
    }

    /** The value at a rank, from 0 for the smallest. */
    long at(long rank) {
        return at(rank, rank)[0];
    }

    /** The values at two ranks, the second not below the first. */
    long[] at(long one, long other) {
        if (one < 0 || other >= total()) throw new IndexOutOfBoundsException(one + " and " + other + " of " + total());
        OrderedLongs values = asked();
        if (values != null) return new long[] {values.at((int) one), values.at((int) other)};
        Selection selection = new Selection(toArray());
        return new long[] {selection.at((int) one), selection.at((int) other)};
    }

    long smallest() {
        return asked() == null && waiting != null ? waiting.smallest() : at(0);
    }

    long largest() {
        return asked() == null && waiting != null ? waiting.largest() : at(total() - 1L);
    }

    void forEach(Visitor visitor) {
        order();
        long value = 0;
        long count = 0;
        for (long next : toArray()) {
            if (count > 0 && next != value) {
                visitor.visit(value, count);
                count = 0;
            }
            value = next;
            count++;
        }
        if (count > 0) visitor.visit(value, count);
    }

    /** The values in order; null where they were not yet, and need not be to be asked once. Whoever asks is remembered. */
    private @Nullable OrderedLongs asked() {
        asked = ordered == null;
        if (!asked) order();
        return ordered;
    }

    /** Puts what waits in its place: one by one when it is little, all anew when it is much. */
    private void order() {
        asked = false;
        PackedLongs many = waiting;
        if (many == null || many.size() == 0) return;
        if (ordered != null && many.size() <= total() / FEW) {
            for (int i = 0; i < many.size(); i++) ordered.insert(many.get(i));
            many.clear();
            return;
        }
        long[] values = toArray();
        int from = inOrder();
        Arrays.sort(values, from, values.length);
        merge(values, from);
        waiting = null;
        ordered = new OrderedLongs(values);
    }

    /** Puts two parts that are in order, the second one from a place on, in order as a whole. */
    private static void merge(long[] values, int from) {
        long[] second = Arrays.copyOfRange(values, from, values.length);
        int ofFirst = from - 1;
        int ofSecond = second.length - 1;
        for (int i = values.length - 1; ofSecond >= 0; i--)
            values[i] = ofFirst >= 0 && values[ofFirst] > second[ofSecond] ? values[ofFirst--] : second[ofSecond--];
    }
}
