package norma.measure;

import java.util.Arrays;

/**
 * Longs in order, each as often as it was put in, in blocks of at most 512, so that putting in and taking out moves little. Where
 * blocks begin and how many they hold lies side by side: the one that is needed is found without touching the others.
 */
final class OrderedLongs {

    private static final int BLOCK = 512;
    private static final int FILLED = BLOCK * 3 / 4;

    private PackedLongs[] blocks;
    private long[] firsts;
    private int[] sizes;
    private int many;
    private int size;
    private int distinct;

    /** @param values in order */
    OrderedLongs(long[] values) {
        many = (values.length + FILLED - 1) / FILLED;
        blocks = new PackedLongs[many];
        firsts = new long[many];
        sizes = new int[many];
        for (int i = 0; i < many; i++) set(i, values, i * FILLED, Math.min(values.length, (i + 1) * FILLED));
        size = values.length;
        distinct = different(values);
    }

    /** How many different ones are in an array that is in order. */
    static int different(long[] sorted) {
        int different = Math.min(1, sorted.length);
        for (int i = 1; i < sorted.length; i++) if (sorted[i] != sorted[i - 1]) different++;
        return different;
    }

    private void set(int index, long[] values, int from, int to) {
        blocks[index] = new PackedLongs(values, from, to);
        firsts[index] = values[from];
        sizes[index] = to - from;
    }

    int size() {
        return size;
    }

    int distinct() {
        return distinct;
    }

    /** Whether all of it is in one block. */
    boolean isShort() {
        return many == 1;
    }

    /** The value at a rank, from 0 for the smallest. */
    long at(int rank) {
        int left = rank;
        int index = 0;
        while (left >= sizes[index]) left -= sizes[index++];
        return blocks[index].get(left);
    }

    /** Copies all to where they shall begin in an array. */
    void copyTo(long[] values, int from) {
        int next = from;
        for (int i = 0; i < many; i++) {
            blocks[i].copyTo(values, next);
            next += sizes[i];
        }
    }

    void insert(long value) {
        int index = blockOf(value);
        if (sizes[index] == BLOCK) {
            split(index);
            index = blockOf(value);
        }
        int found = blocks[index].place(value);
        int place = found < 0 ? -found - 1 : found;
        blocks[index].insert(place, value);
        if (place == 0) firsts[index] = value;
        if (found < 0) distinct++;
        sizes[index]++;
        size++;
    }

    /** False when there is none. */
    boolean remove(long value) {
        if (size == 0) return false;
        int index = blockOf(value);
        PackedLongs block = blocks[index];
        int place = block.place(value);
        if (place < 0) return false;
        block.remove(place);
        sizes[index]--;
        size--;
        if (sizes[index] == 0) shift(index + 1, -1);
        else if (place == 0) firsts[index] = block.get(0);
        if (size == 0 || blocks[blockOf(value)].place(value) < 0) distinct--;
        return true;
    }

    /** The last block that begins at or before the value, or the first one: where it is, when it is anywhere. */
    private int blockOf(long value) {
        int low = 0;
        int high = many - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firsts[middle] <= value) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    private void split(int index) {
        long[] values = blocks[index].toArray();
        shift(index + 1, 1);
        set(index, values, 0, values.length / 2);
        set(index + 1, values, values.length / 2, values.length);
    }

    /** Moves the blocks from one on by one place, over the one before it or away from it. */
    private void shift(int from, int by) {
        if (many + by > blocks.length) {
            int room = many + 1 + many / 8;
            blocks = Arrays.copyOf(blocks, room);
            firsts = Arrays.copyOf(firsts, room);
            sizes = Arrays.copyOf(sizes, room);
        }
        System.arraycopy(blocks, from, blocks, from + by, many - from);
        System.arraycopy(firsts, from, firsts, from + by, many - from);
        System.arraycopy(sizes, from, sizes, from + by, many - from);
        many += by;
    }
}
