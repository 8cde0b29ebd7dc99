package norma.measure;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A list of longs in as few bytes as tell them apart: each is a base and so many units, all in one number of bytes, and in none
 * where they are alike. Amounts in whole kopecks take four bytes, numbers of clients two or three. One that does not fit makes
 * all be written anew, which is seldom: a unit only ever becomes a part of itself, and numbers only wider.
 *
 * <p>Differences are taken modulo 2<sup>64</sup>, and so is what is added to the base: every long comes back as it was.
 */
final class PackedLongs {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] NOTHING = {};
    private static final int FEW = 32;

    /** The golden ratio in 64 bits: the upper bits of a product are spread, though numbers follow one another. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long base;
    private long unit;
    private byte[] bytes = NOTHING;
    private int size;
    private int width;

    PackedLongs() {}

    /** Some of an array, without room for more. */
    PackedLongs(long[] values, int from, int to) {
        base = values[from + (to - from) / 2];
        for (int i = from; i < to; i++) unit = commonDivisor(unit, values[i] - base);
        for (int i = from; i < to; i++) width = Math.max(width, width(unitsOf(values[i])));
        bytes = room(to - from);
        for (int i = from; i < to; i++) put(size++, unitsOf(values[i]));
    }

    int size() {
        return size;
    }

    long get(int place) {
        return base + unit * unitsAt(place);
    }

    /** At the end. */
    void add(long value) {
        long units = fit(value);
        if (end(size + 1) > bytes.length) bytes = Arrays.copyOf(bytes, end(grown()));
        if (width > 0) LONGS.set(bytes, size * width, units); // what it writes beyond is nobody's yet
        size++;
    }

    /** At the end, in their order. */
    void addAll(PackedLongs others) {
        if (others.size == 0) return;
        if (size == 0) begin(others.base);
        long common = commonDivisor(commonDivisor(unit, others.base - base), others.unit);
        if (common != unit) divide(common);
        long start = unitsOf(others.base);
        long times = unit == 0 ? 0 : others.unit / unit;
        int wide = width;
        for (int i = 0; i < others.size; i++) wide = Math.max(wide, width(start + times * others.unitsAt(i)));
        if (wide > width) write(1, wide);
        if (end(size + others.size) > bytes.length) bytes = Arrays.copyOf(bytes, end(size + others.size));
        if (width > 0)
            for (int i = 0; i < others.size; i++)
                LONGS.set(bytes, (size + i) * width, start + times * others.unitsAt(i));
        size += others.size;
    }

    void insert(int place, long value) {
        add(value);
        long units = unitsAt(size - 1);
        System.arraycopy(bytes, place * width, bytes, (place + 1) * width, (size - 1 - place) * width);
        put(place, units);
    }

    void remove(int place) {
        size--;
        System.arraycopy(bytes, (place + 1) * width, bytes, place * width, (size - place) * width);
    }

    void clear() {
        size = 0;
        if (bytes.length > FEW) bytes = NOTHING;
    }

    /** Of values in order the place of one that is the same; where there is none, as {@link Arrays#binarySearch} has it. */
    int place(long value) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = get(middle);
            if (there == value) return middle;
            if (there < value) low = middle + 1;
            else high = middle - 1;
        }
        return -low - 1;
    }

    /** Copies all to where they shall begin in an array. */
    void copyTo(long[] values, int from) {
        for (int i = 0; i < size; i++) values[from + i] = get(i);
    }

    long[] toArray() {
        long[] values = new long[size];
        copyTo(values, 0);
        return values;
    }

    /** How many different ones there are of numbers from 0 to below a bound. */
    int distinct(int below) {
        BitSet met = new BitSet(below);
        for (int i = 0; i < size; i++) met.set((int) get(i));
        return met.cardinality();
    }

    /** The same of any numbers: they are put into a table, which is two to four times as long as they are many. */
    int distinct() {
        if (size == 0) return 0;
        int shift = Long.SIZE - Integer.SIZE - 1 + Integer.numberOfLeadingZeros(size);
        long[] met = new long[1 << Long.SIZE - shift];
        boolean hasZero = false;
        int others = 0;
        for (int i = 0; i < size; i++) {
            long value = get(i);
            int place = (int) (value * SPREAD >>> shift);
            while (met[place] != 0 && met[place] != value) place = place + 1 & met.length - 1;
            if (value == 0) hasZero = true;
            else if (met[place] == 0) others++;
            met[place] = value;
        }
        return hasZero ? others + 1 : others;
    }

    long smallest() {
        long smallest = get(0);
        for (int i = 1; i < size; i++) smallest = Math.min(smallest, get(i));
        return smallest;
    }

    long largest() {
        long largest = get(0);
        for (int i = 1; i < size; i++) largest = Math.max(largest, get(i));
        return largest;
    }

    /** How many units the value is from the base, after whatever had to be done for it to be so and to find room. */
    private long fit(long value) {
        if (size == 0) begin(value);
        long units = unitsOf(value);
        if (base + unit * units != value) {
            divide(commonDivisor(unit, value - base));
            units = unitsOf(value);
        }
        if (width(units) > width) write(1, width(units));
        return units;
    }

    private void begin(long first) {
        base = first;
        unit = 0;
        width = 0;
    }

    private void divide(long part) {
        long times = unit / part;
        int wide = width;
        for (int i = 0; i < size; i++) wide = Math.max(wide, width(unitsAt(i) * times));
        write(times, wide);
        unit = part;
    }

    private void write(long times, int wide) {
        PackedLongs anew = new PackedLongs();
        anew.width = wide;
        anew.bytes = anew.room(grown());
        for (int i = 0; i < size; i++) anew.put(i, unitsAt(i) * times);
        width = wide;
        bytes = anew.bytes;
    }

    private long unitsOf(long value) {
        return unit == 1 ? value - base : unit == 0 ? 0 : (value - base) / unit; // to divide takes long
    }

    /** By halving and taking away, since to divide costs as much as many of those steps; both count as without a sign. */
    private static long commonDivisor(long one, long other) {
        long a = Math.abs(one);
        long b = Math.abs(other);
        if (a == 0 || b == 0) return a | b;
        int twos = Long.numberOfTrailingZeros(a | b);
        a >>>= Long.numberOfTrailingZeros(a);
        while (b != 0) {
            b >>>= Long.numberOfTrailingZeros(b);
            long lesser = Long.compareUnsigned(a, b) < 0 ? a : b;
            b = a + b - 2 * lesser;
            a = lesser;
        }
        return a << twos;
    }

    /** How many bytes a number takes with its sign; none for zero. */
    private static int width(long number) {
        if (number == 0) return 0;
        int bits = Long.SIZE + 1 - Long.numberOfLeadingZeros(number ^ number >> Long.SIZE - 1);
        return (bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    private int grown() {
        return size + size / 4 + 3;
    }

    private byte[] room(int values) {
        return width == 0 ? NOTHING : new byte[end(values)];
    }

    /** Where so many values end: each is read as a long, and the last one too must have room for that. */
    private int end(int values) {
        return width == 0 ? 0 : values * width + Long.BYTES - width;
    }

    private long unitsAt(int place) {
        if (width == 0) return 0;
        int beyond = Long.SIZE - Byte.SIZE * width;
        return (long) LONGS.get(bytes, place * width) << beyond >> beyond;
    }

    private void put(int place, long units) {
        if (width == 0) return;
        int beyond = Long.SIZE - Byte.SIZE * width;
        long mask = -1L >>> beyond;
        long others = (long) LONGS.get(bytes, place * width) & ~mask;
        LONGS.set(bytes, place * width, others | units & mask);
    }
}
