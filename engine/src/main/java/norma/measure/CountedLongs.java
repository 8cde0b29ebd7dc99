package norma.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * A sorted multiset of longs: each different value once, with its count.
 *
 * <p>Blocks of at most 512 values, so that putting in and taking out moves little, and the k-th value is found by adding up
 * the totals of blocks: about a microsecond at a million different values. Twelve bytes per different value. What comes in
 * waits unsorted until it is asked for, so that a first load is sorted once.
 */
final class CountedLongs {

    private static final int BLOCK = 512;
    private static final int FILLED = BLOCK * 3 / 4;
    private static final int FEW = 64;
    private static final int FIRST = 4;
    private static final long[] NOTHING = {};

    /** Takes the values one after the other, from the smallest. */
    interface Visitor {
        void visit(long value, long count);
    }

    private static final class Block {
        private long[] values = NOTHING;
        private int[] counts = {};
        private int size;
        private long total;
    }

    private final List<Block> blocks = new ArrayList<>(1);
    private long total;
    private int distinct;
    private long[] waiting = NOTHING;
    private int waits;

    CountedLongs() {
        blocks.add(new Block());
    }

    /** How many there are, each as often as it was put in. */
    long total() {
        return total;
    }

    int distinct() {
        sort();
        return distinct;
    }

    /**
     * @param times negative to take out
     * @throws IllegalStateException when more is taken out than was put in
     */
    void add(long value, int times) {
        if (times == 1) {
            await(value);
        } else {
            sort();
            count(value, times);
        }
        total += times;
    }

    private void await(long value) {
        if (waits == waiting.length) waiting = Arrays.copyOf(waiting, Math.max(FIRST, waits * 2));
        waiting[waits++] = value;
        if (waits > Math.max(4 * BLOCK, distinct)) sort();
    }

    /** Puts what waits in its place: one by one when it is little, in one pass when it is much. */
    private void sort() {
        if (waits == 0) return;
        int many = waits;
        long[] values = waiting;
        waits = 0;
        waiting = many > FEW ? NOTHING : values;
        if (many > FEW && many > distinct / FEW) {
            Arrays.sort(values, 0, many);
            sortIn(values, many);
        } else {
            for (int i = 0; i < many; i++) count(values[i], 1);
        }
    }

    private void sortIn(long[] values, int many) {
        List<Block> before = List.copyOf(blocks);
        blocks.clear();
        blocks.add(new Block());
        distinct = 0;
        int next = 0;
        for (Block block : before) {
            for (int i = 0; i < block.size; i++) {
                while (next < many && values[next] < block.values[i]) append(values[next++], 1);
                append(block.values[i], block.counts[i]);
            }
        }
        while (next < many) append(values[next++], 1);
    }

    private void append(long value, int times) {
        Block last = blocks.get(blocks.size() - 1);
        if (last.size > 0 && last.values[last.size - 1] == value) {
            last.counts[last.size - 1] += times;
            last.total += times;
            return;
        }
        if (last.size >= FILLED) blocks.add(new Block());
        insert(blocks.size() - 1, blocks.get(blocks.size() - 1).size, value, times);
    }

    private void count(long value, int times) {
        int index = blockOf(value);
        Block block = blocks.get(index);
        int found = Arrays.binarySearch(block.values, 0, block.size, value);
        if (found < 0) {
            if (times < 0) throw new IllegalStateException(value + " was never put in");
            insert(index, -found - 1, value, times);
        } else {
            block.counts[found] += times;
            block.total += times;
            if (block.counts[found] < 0) throw new IllegalStateException(value + " was not put in so often");
            if (block.counts[found] == 0) remove(index, found);
        }
    }

    void addAll(CountedLongs other, int sign) {
        addAll(other, sign, value -> value);
    }

    /**
     * What waits there unsorted waits here, so that it is sorted once.
     *
     * @param as what each value is here
     */
    void addAll(CountedLongs other, int sign, LongUnaryOperator as) {
        for (Block block : other.blocks)
            for (int i = 0; i < block.size; i++) add(as.applyAsLong(block.values[i]), sign * block.counts[i]);
        if (sign > 0) waiting = Arrays.copyOf(waiting, Math.max(waiting.length, waits + other.waits));
        for (int i = 0; i < other.waits; i++) add(as.applyAsLong(other.waiting[i]), sign);
    }

    /**
     * The value at a rank, from 0 for the smallest.
     */
    long at(long rank) {
        sort();
        long left = rank;
        for (Block block : blocks) {
            if (left >= block.total) {
                left -= block.total;
                continue;
            }
            int index = 0;
            while (left >= block.counts[index]) left -= block.counts[index++];
            return block.values[index];
        }
        throw new IndexOutOfBoundsException(rank + " of " + total);
    }

    void forEach(Visitor visitor) {
        sort();
        for (Block block : blocks) {
            for (int i = 0; i < block.size; i++) visitor.visit(block.values[i], block.counts[i]);
        }
    }

    /** The last block that begins at or before the value, or the first one. */
    private int blockOf(long value) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks.get(middle).values[0] <= value) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    private void insert(int index, int place, long value, int times) {
        Block block = blocks.get(index);
        if (block.size == BLOCK) {
            split(block, index);
            boolean lower = place <= block.size;
            insert(lower ? index : index + 1, lower ? place : place - block.size, value, times);
            return;
        }
        if (block.size == block.values.length) {
            int wider = Math.max(FIRST, block.size * 2);
            block.values = Arrays.copyOf(block.values, wider);
            block.counts = Arrays.copyOf(block.counts, wider);
        }
        System.arraycopy(block.values, place, block.values, place + 1, block.size - place);
        System.arraycopy(block.counts, place, block.counts, place + 1, block.size - place);
        block.values[place] = value;
        block.counts[place] = times;
        block.size++;
        block.total += times;
        distinct++;
    }

    private void split(Block block, int index) {
        int half = BLOCK / 2;
        Block upper = new Block();
        upper.values = Arrays.copyOfRange(block.values, half, BLOCK + half);
        upper.counts = Arrays.copyOfRange(block.counts, half, BLOCK + half);
        upper.size = BLOCK - half;
        for (int i = 0; i < upper.size; i++) upper.total += upper.counts[i];
        block.size = half;
        block.total -= upper.total;
        blocks.add(index + 1, upper);
    }

    private void remove(int index, int place) {
        Block block = blocks.get(index);
        System.arraycopy(block.values, place + 1, block.values, place, block.size - place - 1);
        System.arraycopy(block.counts, place + 1, block.counts, place, block.size - place - 1);
        block.size--;
        distinct--;
        if (block.size == 0 && blocks.size() > 1) blocks.remove(index);
    }
}
