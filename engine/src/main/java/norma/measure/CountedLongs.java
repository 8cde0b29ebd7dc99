package norma.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * A sorted multiset of longs: each different value once, with its count.
 *
 * <p>Blocks of at most 512 values, so that putting in and taking out moves little, and the k-th value is found by adding up
 * the totals of blocks: about a microsecond at a million different values. Eight bytes per value, twelve where some of a block
 * are there more than once. What comes in waits unsorted until it is asked for, so that a first load is sorted once.
 */
final class CountedLongs {

    private static final int BLOCK = 512;
    private static final int FILLED = BLOCK * 3 / 4;
    private static final int FEW = 64;
    private static final int FIRST = 4;
    private static final long[] NOTHING = {};
    private static final int[] ONCE = {};

    /** Takes the values one after the other, from the smallest. */
    interface Visitor {
        void visit(long value, long count);
    }

    /** Values in order. Where each of them is there once, which is most often, their counts are not kept. */
    private static final class Block {

        private long[] values;
        private int[] counts = ONCE;
        private int size;
        private long total;

        Block(int values) {
            this.values = new long[values];
        }

        int count(int place) {
            return counts.length == 0 ? 1 : counts[place];
        }

        int place(long value) {
            return Arrays.binarySearch(values, 0, size, value);
        }

        void add(int place, int times) {
            if (counts.length == 0) {
                counts = new int[values.length];
                Arrays.fill(counts, 0, size, 1);
            }
            counts[place] += times;
            total += times;
        }

        void insert(int place, long value, int times) {
            if (size == values.length) widen();
            System.arraycopy(values, place, values, place + 1, size - place);
            values[place] = value;
            if (counts.length > 0) {
                System.arraycopy(counts, place, counts, place + 1, size - place);
                counts[place] = 1;
            }
            size++;
            total++;
            if (times != 1) add(place, times - 1);
        }

        private void widen() {
            values = Arrays.copyOf(values, Math.max(FIRST, size * 2));
            if (counts.length > 0) counts = Arrays.copyOf(counts, values.length);
        }

        void remove(int place) {
            System.arraycopy(values, place + 1, values, place, size - place - 1);
            if (counts.length > 0) System.arraycopy(counts, place + 1, counts, place, size - place - 1);
            size--;
        }

        /** Keeps the values below a place and gives the others away. */
        Block split(int place) {
            Block upper = new Block(values.length);
            for (int i = place; i < size; i++) upper.insert(i - place, values[i], count(i));
            size = place;
            total -= upper.total;
            return upper;
        }
    }

    private List<Block> blocks = List.of();
    private long total;
    private int distinct;
    private long[] waiting = NOTHING;
    private int waits;

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
        waiting = many > FIRST ? NOTHING : values;
        if (many > 1 && many > distinct / FEW) {
            Arrays.sort(values, 0, many);
            sortIn(values, many);
        } else {
            for (int i = 0; i < many; i++) count(values[i], 1);
        }
    }

    private void sortIn(long[] values, int many) {
        Ascending all = new Ascending(distinct + many);
        int next = 0;
        for (Block block : blocks) {
            for (int i = 0; i < block.size; i++) {
                while (next < many && values[next] < block.values[i]) all.append(values[next++], 1);
                all.append(block.values[i], block.count(i));
            }
        }
        while (next < many) all.append(values[next++], 1);
        distinct = all.size;
        blocks = all.blocks();
    }

    /** Values that come in order. */
    private static final class Ascending {

        private final long[] values;
        private final int[] counts;
        private int size;

        Ascending(int most) {
            values = new long[most];
            counts = new int[most];
        }

        void append(long value, int times) {
            if (size > 0 && values[size - 1] == value) {
                counts[size - 1] += times;
                return;
            }
            values[size] = value;
            counts[size++] = times;
        }

        List<Block> blocks() {
            List<Block> blocks = new ArrayList<>(1 + size / FILLED);
            for (int from = 0; from < size; from += FILLED) blocks.add(block(from, Math.min(size, from + FILLED)));
            return blocks;
        }

        private Block block(int from, int to) {
            Block block = new Block(0);
            block.values = Arrays.copyOfRange(values, from, to);
            block.size = to - from;
            for (int i = from; i < to; i++) block.total += counts[i];
            if (block.total > block.size) block.counts = Arrays.copyOfRange(counts, from, to);
            return block;
        }
    }

    private void count(long value, int times) {
        if (distinct == 0) blocks = new ArrayList<>(List.of(new Block(FIRST)));
        int index = blockOf(value);
        Block block = blocks.get(index);
        int found = block.place(value);
        if (found < 0) {
            if (times < 0) throw new IllegalStateException(value + " was never put in");
            insert(index, -found - 1, value, times);
        } else {
            if (block.count(found) + times < 0) throw new IllegalStateException(value + " was not put in so often");
            block.add(found, times);
            if (block.count(found) == 0) remove(index, found);
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
            for (int i = 0; i < block.size; i++) add(as.applyAsLong(block.values[i]), sign * block.count(i));
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
            if (block.counts.length == 0) return block.values[(int) left];
            int index = 0;
            while (left >= block.count(index)) left -= block.count(index++);
            return block.values[index];
        }
        throw new IndexOutOfBoundsException(rank + " of " + total);
    }

    void forEach(Visitor visitor) {
        sort();
        for (Block block : blocks) {
            for (int i = 0; i < block.size; i++) visitor.visit(block.values[i], block.count(i));
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
            blocks.add(index + 1, block.split(BLOCK / 2));
            boolean lower = place <= block.size;
            insert(lower ? index : index + 1, lower ? place : place - block.size, value, times);
            return;
        }
        block.insert(place, value, times);
        distinct++;
    }

    private void remove(int index, int place) {
        Block block = blocks.get(index);
        block.remove(place);
        distinct--;
        if (block.size == 0 && blocks.size() > 1) blocks.remove(index);
    }
}
