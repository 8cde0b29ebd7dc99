package norma.measure;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A multiset of longs: each can be taken out again, and the k-th smallest is known.
 *
 * <p>What comes in waits without order, and who asks for the first time is answered by looking through it: most cells are
 * asked no more than that. When one is asked and has changed, or has to give a value back, its values are put in order, in
 * blocks of at most 512, so that putting in and taking out moves little, and the k-th is found by adding up the sizes of
 * blocks: about a microsecond among a million.
 */
final class CountedLongs implements Tally {

    private static final int BLOCK = 512;
    private static final int FILLED = BLOCK * 3 / 4;
    private static final int FEW = 64;
    private static final PackedLongs[] NOTHING = {};

    private PackedLongs[] blocks = NOTHING;
    private @Nullable PackedLongs waiting;
    private int total;
    private int distinct;
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
    long total() {
        return total;
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
        if (blocks.length == 1) {
            insert(value);
        } else {
            if (waiting == null) waiting = new PackedLongs();
            waiting.add(value);
        }
        total++;
    }

    void addAll(CountedLongs other, int sign) {
        addAll(other, sign, value -> value);
    }

    /** @param as what each value is here */
    void addAll(CountedLongs other, int sign, LongUnaryOperator as) {
        for (PackedLongs block : other.blocks) addAll(block, sign, as);
        if (other.waiting != null) addAll(other.waiting, sign, as);
    }

    private void addAll(PackedLongs values, int sign, LongUnaryOperator as) {
        for (int i = 0; i < values.size(); i++) add(as.applyAsLong(values.get(i)), sign);
    }

    /** What waits comes last. */
    private long[] toArray() {
        long[] values = new long[total];
        int size = 0;
        for (PackedLongs block : blocks) {
            block.copyTo(values, size);
            size += block.size();
        }
        if (waiting != null) waiting.copyTo(values, size);
        return values;
    }

    /** How many different ones there are. */
    int distinct() {
        if (!isToBeLookedThrough()) {
            order();
            return distinct;
        }
        long[] values = toArray();
        Arrays.sort(values);
        return different(values);
    }

    private static int different(long[] sorted) {
        int different = Math.min(1, sorted.length);
        for (int i = 1; i < sorted.length; i++) if (sorted[i] != sorted[i - 1]) different++;
        return different;
    }

    /** The value at a rank, from 0 for the smallest. */
    long at(long rank) {
        return at(rank, rank)[0];
    }

    /** The values at two ranks, the second not below the first. */
    long[] at(long one, long other) {
        if (one < 0 || other >= total) throw new IndexOutOfBoundsException(one + " and " + other + " of " + total);
        if (isToBeLookedThrough()) {
            Selection selection = new Selection(toArray());
            return new long[] {selection.at((int) one), selection.at((int) other)};
        }
        order();
        return new long[] {inOrder((int) one), inOrder((int) other)};
    }

    private long inOrder(int rank) {
        int left = rank;
        int index = 0;
        while (left >= blocks[index].size()) left -= blocks[index++].size();
        return blocks[index].get(left);
    }

    long smallest() {
        if (isToBeLookedThrough() && waiting != null) return waiting.smallest();
        order();
        return inOrder(0);
    }

    long largest() {
        if (isToBeLookedThrough() && waiting != null) return waiting.largest();
        order();
        return inOrder(total - 1);
    }

    void forEach(Visitor visitor) {
        order();
        long value = 0;
        long count = 0;
        for (PackedLongs block : blocks) {
            for (int i = 0; i < block.size(); i++) {
                long next = block.get(i);
                if (count > 0 && next != value) {
                    visitor.visit(value, count);
                    count = 0;
                }
                value = next;
                count++;
            }
        }
        if (count > 0) visitor.visit(value, count);
    }

    /** Whether nothing is in order; whoever asks now is remembered. */
    private boolean isToBeLookedThrough() {
        asked = blocks.length == 0;
        return asked;
    }

    /** Puts what waits in its place: one by one when it is little, all anew when it is much. */
    private void order() {
        asked = false;
        PackedLongs many = waiting;
        if (many == null || many.size() == 0) return;
        if (blocks.length > 0 && many.size() <= total / FEW) {
            for (int i = 0; i < many.size(); i++) insert(many.get(i));
            many.clear();
            return;
        }
        long[] values = toArray();
        int ordered = total - many.size();
        Arrays.sort(values, ordered, total);
        merge(values, ordered);
        distinct = different(values);
        waiting = null;
        blocks = new PackedLongs[(total + FILLED - 1) / FILLED];
        for (int i = 0; i < blocks.length; i++)
            blocks[i] = new PackedLongs(values, i * FILLED, Math.min(total, (i + 1) * FILLED));
    }

    /** Puts two parts that are in order, the second one from a place on, in order as a whole. */
    private static void merge(long[] values, int from) {
        long[] second = Arrays.copyOfRange(values, from, values.length);
        int ofFirst = from - 1;
        int ofSecond = second.length - 1;
        for (int i = values.length - 1; ofSecond >= 0; i--)
            values[i] = ofFirst >= 0 && values[ofFirst] > second[ofSecond] ? values[ofFirst--] : second[ofSecond--];
    }

    private void insert(long value) {
        int index = blockOf(value);
        if (blocks[index].size() == BLOCK) {
            split(index);
            index = blockOf(value);
        }
        PackedLongs block = blocks[index];
        int place = block.place(value);
        if (place < 0) distinct++;
        block.insert(place < 0 ? -place - 1 : place, value);
    }

    private void remove(long value) {
        int index = blocks.length == 0 ? -1 : blockOf(value);
        int place = index < 0 ? -1 : blocks[index].place(value);
        if (place < 0) throw new IllegalStateException(value + " was not put in so often");
        PackedLongs block = blocks[index];
        block.remove(place);
        total--;
        if (block.size() == 0) replace(index);
        if (blocks.length == 0 || blocks[blockOf(value)].place(value) < 0) distinct--;
    }

    /** The last block that begins at or before the value, or the first one: where it is, when it is anywhere. */
    private int blockOf(long value) {
        int low = 0;
        int high = blocks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks[middle].get(0) <= value) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    private void split(int index) {
        long[] values = blocks[index].toArray();
        replace(
                index,
                new PackedLongs(values, 0, values.length / 2),
                new PackedLongs(values, values.length / 2, values.length));
    }

    private void replace(int index, PackedLongs... others) {
        PackedLongs[] next = new PackedLongs[blocks.length - 1 + others.length];
        System.arraycopy(blocks, 0, next, 0, index);
        System.arraycopy(others, 0, next, index, others.length);
        System.arraycopy(blocks, index + 1, next, index + others.length, blocks.length - 1 - index);
        blocks = next;
    }
}
