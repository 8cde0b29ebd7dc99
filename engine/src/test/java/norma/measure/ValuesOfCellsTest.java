package norma.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The values that a cell keeps, against plain lists: values of every width, alike and far apart, at the ends of each width. */
class ValuesOfCellsTest {

    private final Random random = new Random(7);

    /** What values of KPI look like, and what they must not be hurt by. */
    private List<LongSupplier> kinds() {
        List<LongSupplier> kinds = new ArrayList<>(List.of(
                () -> 5L,
                () -> random.nextInt(3),
                () -> 100L * random.nextInt(10_000_000),
                () -> 1_780_000_000_000L + 86_400_000L * random.nextInt(400),
                () -> OrderedValue.key(random.nextInt(90)),
                () -> OrderedValue.key(random.nextGaussian()),
                () -> random.nextInt(50) == 0 ? random.nextLong() : 700L + 7L * random.nextInt(60),
                random::nextLong,
                () -> random.nextBoolean() ? Long.MIN_VALUE + random.nextInt(2) : Long.MAX_VALUE - random.nextInt(2),
                () -> Long.MIN_VALUE >> random.nextInt(64)));
        for (int bits = 7; bits < Long.SIZE; bits += 8) {
            long edge = 1L << bits;
            kinds.add(() -> 3 + (random.nextBoolean() ? 1 : -1) * (edge - 2 + random.nextInt(4)));
            kinds.add(() -> 30 * (edge - 2 + random.nextInt(4)) - 11);
        }
        return kinds;
    }

    @Test
    void packedLongsAreAList() {
        for (LongSupplier kind : kinds()) {
            PackedLongs packed = new PackedLongs();
            List<Long> expected = new ArrayList<>();
            for (int i = 0; i < 1_500; i++) {
                int place = random.nextInt(expected.size() + 1);
                long value = kind.getAsLong();
                if (random.nextInt(4) == 0 && place < expected.size()) {
                    packed.remove(place);
                    expected.remove(place);
                } else if (random.nextBoolean()) {
                    packed.insert(place, value);
                    expected.add(place, value);
                } else {
                    packed.add(value);
                    expected.add(value);
                }
                if (random.nextInt(400) == 0) {
                    packed.clear();
                    expected.clear();
                }
                if (i % 50 == 0) assertArrayEquals(array(expected), packed.toArray());
            }
            long[] all = array(expected);
            assertArrayEquals(all, packed.toArray());
            assertEquals(Collections.min(expected), packed.smallest());
            assertEquals(Collections.max(expected), packed.largest());
            assertArrayEquals(LongStream.of(all).skip(2).toArray(), new PackedLongs(all, 2, all.length).toArray());
        }
    }

    @Test
    void packedLongsTakeOverOthersOfAnyKind() {
        for (LongSupplier kind : kinds()) {
            for (LongSupplier another : kinds()) {
                PackedLongs packed = new PackedLongs();
                List<Long> expected = new ArrayList<>();
                for (LongSupplier next : List.of(kind, another, kind, another)) {
                    long[] some =
                            LongStream.generate(next).limit(random.nextInt(6)).toArray();
                    PackedLongs others = new PackedLongs();
                    for (long value : some) others.add(value);
                    packed.addAll(others);
                    LongStream.of(some).forEach(expected::add);
                    assertArrayEquals(some, others.toArray());
                    assertArrayEquals(array(expected), packed.toArray());
                    long last = kind.getAsLong();
                    packed.add(last);
                    expected.add(last);
                }
            }
        }
    }

    @Test
    void packedLongsInOrderAreFound() {
        for (LongSupplier kind : kinds()) {
            long[] sorted =
                    LongStream.generate(kind).limit(400).sorted().distinct().toArray();
            PackedLongs packed = new PackedLongs(sorted, 0, sorted.length);
            for (int i = 0; i < sorted.length; i++) assertEquals(i, packed.place(sorted[i]));
            for (int i = 0; i < 100; i++) {
                long value = kind.getAsLong();
                assertEquals(java.util.Arrays.binarySearch(sorted, value), packed.place(value));
            }
        }
    }

    @Test
    void aSelectionIsWhatSortingWouldFind() {
        for (LongSupplier kind : kinds()) {
            for (int size : List.of(1, 2, 3, 10, 999)) {
                long[] values = LongStream.generate(kind).limit(size).toArray();
                long[] sorted = LongStream.of(values).sorted().toArray();
                for (int place = 0; place < size; place += 1 + size / 20) {
                    Selection selection = new Selection(values.clone());
                    assertEquals(sorted[place], selection.at(place));
                    int next = Math.min(size - 1, place + random.nextInt(3));
                    assertEquals(sorted[next], selection.at(next));
                }
            }
        }
    }

    @Test
    void countedLongsAreASortedListWheneverTheyAreAsked() {
        for (LongSupplier kind : kinds()) {
            for (int asking : List.of(1, 40, 1_000)) compare(kind, asking);
        }
    }

    @Test
    void differentNumbersFromZeroOnAreAsManyHoweverTheyAreCounted() {
        for (int below : List.of(1, 3, 64, 500, 40_000)) {
            for (int many : List.of(1, 60, 600)) {
                CountedLongs counted = new CountedLongs();
                Set<Long> different = new HashSet<>();
                for (int i = 0; i < many; i++) {
                    long value = random.nextInt(below);
                    counted.add(value, 1);
                    different.add(value);
                }
                assertEquals(different.size(), counted.distinct(below), "not in order yet");
                assertEquals(different.size(), counted.distinct(below), "in order");
                assertEquals(different.size(), counted.distinct());
            }
        }
    }

    /** @param asking one step in so many asks */
    private void compare(LongSupplier kind, int asking) {
        CountedLongs counted = new CountedLongs();
        List<Long> inside = new ArrayList<>();
        int most = 200 * (1 + random.nextInt(10));
        for (int i = 0; i < 2 * most; i++) {
            boolean isEmptying = i > most || random.nextInt(5) == 0;
            if (isEmptying && !inside.isEmpty() && random.nextInt(asking) < 3) {
                counted.add(inside.remove(random.nextInt(inside.size())), -1);
            } else {
                long value = kind.getAsLong();
                int times = 1 + random.nextInt(2);
                counted.add(value, times);
                for (int j = 0; j < times; j++) inside.add(value);
            }
            if (random.nextInt(asking) == 0 && random.nextInt(10) == 0) ask(counted, inside);
        }
        CountedLongs merged = new CountedLongs();
        merged.addAll(counted, 1);
        merged.addAll(counted, 1);
        merged.addAll(counted, -1);
        ask(merged, inside);
        ask(counted, inside);
        seesAll(counted, inside);
        Collections.shuffle(inside, random);
        for (long value : List.copyOf(inside)) counted.add(value, -1);
        assertEquals(0, counted.total());
        assertEquals(0, counted.distinct());
        assertThrows(IllegalStateException.class, () -> counted.add(1, -1));
        assertThrows(IndexOutOfBoundsException.class, () -> counted.at(0));
    }

    private void ask(CountedLongs counted, List<Long> inside) {
        assertEquals(inside.size(), counted.total());
        if (inside.isEmpty()) return;
        long[] sorted = LongStream.of(array(inside)).sorted().toArray();
        int one = random.nextInt(sorted.length);
        int other = Math.min(sorted.length - 1, one + random.nextInt(2));
        switch (random.nextInt(4)) {
            case 0 -> assertArrayEquals(new long[] {sorted[one], sorted[other]}, counted.at(one, other));
            case 1 -> assertEquals(sorted[0], counted.smallest());
            case 2 -> assertEquals(sorted[sorted.length - 1], counted.largest());
            default -> assertEquals(LongStream.of(sorted).distinct().count(), counted.distinct());
        }
    }

    private static void seesAll(CountedLongs counted, List<Long> inside) {
        TreeMap<Long, Long> expected = new TreeMap<>();
        inside.forEach(value -> expected.merge(value, 1L, Long::sum));
        List<Long> seen = new ArrayList<>();
        counted.forEach((value, count) -> {
            assertEquals(expected.get(value), count);
            seen.add(value);
        });
        assertEquals(List.copyOf(expected.keySet()), seen);
    }

    private static long[] array(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
