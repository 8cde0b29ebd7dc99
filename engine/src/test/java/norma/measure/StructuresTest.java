package norma.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import norma.expression.Undefined;
import norma.standard.Method;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The structures under the cells, against those of the JDK. */
class StructuresTest {

    private final Random random = new Random(42);

    @Test
    void anExactSumIsABigInteger() {
        ExactSum sum = new ExactSum();
        ExactSum part = new ExactSum();
        BigInteger expected = BigInteger.ZERO;
        for (int i = 0; i < 10_000; i++) {
            int sign = random.nextBoolean() ? 1 : -1;
            double large = Math.rint(random.nextGaussian() * Math.pow(10, random.nextInt(34)));
            long small = random.nextLong() >> random.nextInt(63);
            part.setWhole(large);
            assertEquals(new java.math.BigDecimal(large).toBigInteger(), part.toBigInteger());
            expected = expected.add(part.toBigInteger().multiply(BigInteger.valueOf(sign)));
            sum.add(part, sign);
            part.set(small);
            expected = expected.subtract(BigInteger.valueOf(small));
            sum.add(part, -1);
            assertEquals(expected, sum.toBigInteger());
            assertEquals(expected.bitLength() < 64, sum.fits());
            assertEquals(expected.doubleValue(), sum.toDouble());
        }
    }

    @Test
    void labelsNumberTextsInTheOrderInWhichTheyAreMet() {
        Labels labels = new Labels();
        List<String> met = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String text = "c" + random.nextInt(4_000);
            if (!met.contains(text)) met.add(text);
            assertEquals(met.indexOf(text), labels.number(new String(text)));
        }
        assertEquals(met.size(), labels.size());
        for (int i = 0; i < met.size(); i++) assertEquals(met.get(i), labels.get(i));
    }

    @Test
    void labelsNumberManyTextsAtOnceAsOneByOne() {
        Labels oneByOne = new Labels();
        Labels atOnce = new Labels();
        for (int turn = 0; turn < 300; turn++) {
            @Nullable String[] texts = new String[random.nextInt(200)];
            for (int i = 0; i < texts.length; i++)
                texts[i] = random.nextInt(9) == 0 ? null : new String("c" + random.nextInt(9_000));
            long[] numbers = new long[texts.length];
            atOnce.number(texts, numbers);
            for (int i = 0; i < texts.length; i++)
                assertEquals(texts[i] == null ? Undefined.LONG : oneByOne.number(texts[i]), numbers[i]);
        }
    }

    @Test
    void cellsAreAlikeOnlyWhereAllLieAtTheSamePlaces() {
        Aggregate one = new CountOf(new Method.Count(Optional.empty()));
        Aggregate two = new CountOf(new Method.Count(Optional.empty()));
        Cells whole = new Cells(new @Nullable Aggregate[] {one, two});
        assertTrue(whole.areLike(new Cells(new @Nullable Aggregate[] {one, two})));
        assertFalse(whole.areLike(new Cells(new @Nullable Aggregate[] {two, one})));
        whole.release(0);
        assertFalse(whole.areLike(new Cells(new @Nullable Aggregate[] {null, two})));
    }

    @Test
    void countedLongsTakeOverOthersSortedOrNot() {
        for (int many : List.of(1, 10, 300, 5_000)) {
            CountedLongs all = new CountedLongs();
            TreeMap<Long, Integer> expected = new TreeMap<>();
            for (int part = 0; part < 4; part++) {
                CountedLongs some = new CountedLongs();
                for (int i = 0; i < many; i++) {
                    long value = random.nextInt(500);
                    some.add(value, 1);
                    expected.merge(value, 1, Integer::sum);
                    if (part % 2 == 1 && i == many / 2) some.distinct();
                }
                all.addAll(some, 1);
                if (part == 2) all.addAll(some, -1);
                if (part == 2) all.addAll(some, 1);
            }
            TreeMap<Long, Integer> found = new TreeMap<>();
            all.forEach((value, count) -> found.put(value, (int) count));
            assertEquals(expected, found);
            assertEquals(4L * many, all.total());
        }
    }

    @Test
    void countedLongsAreASortedMultiset() {
        CountedLongs counted = new CountedLongs();
        TreeMap<Long, Integer> expected = new TreeMap<>();
        List<Long> inside = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            if (i < 15_000 || random.nextInt(3) == 0) {
                long value = random.nextInt(8_000) - 4_000L;
                counted.add(value, 1);
                expected.merge(value, 1, Integer::sum);
                inside.add(value);
            } else {
                long value = inside.remove(random.nextInt(inside.size()));
                counted.add(value, -1);
                expected.merge(value, -1, (a, b) -> a + b == 0 ? null : a + b);
            }
            if (i % 4_000 == 0) {
                assertEquals(expected.size(), counted.distinct());
                assertEquals(expected.firstKey(), counted.at(0));
            }
        }
        TreeMap<Long, Integer> seen = new TreeMap<>();
        List<Long> order = new ArrayList<>();
        counted.forEach((value, count) -> {
            seen.put(value, (int) count);
            order.add(value);
        });
        assertEquals(expected, seen);
        assertEquals(List.copyOf(expected.keySet()), order);
        assertEquals(expected.size(), counted.distinct());
        assertEquals(inside.size(), counted.total());
        List<Long> sorted = inside.stream().sorted().toList();
        for (int i = 0; i < 500; i++) {
            int rank = random.nextInt(sorted.size());
            assertEquals(sorted.get(rank), counted.at(rank));
        }
        inside.forEach(value -> counted.add(value, -1));
        assertEquals(0, counted.total());
        assertThrows(IllegalStateException.class, () -> counted.add(1, -1));
    }

    @Test
    void anOrdinalMapIsASortedMapEvenForMistypedDates() {
        OrdinalMap<String> map = new OrdinalMap<>();
        TreeMap<Long, String> expected = new TreeMap<>();
        for (int i = 0; i < 5_000; i++) {
            long ordinal =
                    random.nextInt(20) == 0 ? random.nextInt(4_000_000) - 700_000L : 20_000L + random.nextInt(900);
            if (random.nextInt(3) == 0) {
                map.remove(ordinal);
                expected.remove(ordinal);
            } else {
                assertEquals(expected.computeIfAbsent(ordinal, o -> "v" + o), map.get(ordinal, () -> "v" + ordinal));
            }
            assertEquals(expected.get(ordinal), map.get(ordinal));
            if (i % 100 == 0) assertEquals(expected.isEmpty() ? null : expected.firstKey(), map.firstOrdinal());
        }
        List<String> inOrder = new ArrayList<>();
        map.forEach((ordinal, value) -> inOrder.add(value));
        assertEquals(List.copyOf(expected.values()), inOrder);
    }

    @Test
    void keysOrderAsTheNumbersDo() {
        double[] numbers = {
            Double.NEGATIVE_INFINITY, -1e300, -1, -1e-300, 0, 1e-300, 0.5, 1, 1e300, Double.POSITIVE_INFINITY
        };
        for (int i = 1; i < numbers.length; i++) {
            assertTrue(OrderedValue.key(numbers[i - 1]) < OrderedValue.key(numbers[i]));
            assertEquals(numbers[i], OrderedValue.number(OrderedValue.key(numbers[i])));
        }
        assertEquals(OrderedValue.key(0.0), OrderedValue.key(-0.0));
    }

    @Test
    void periodsByNumberAreThePeriodsOfTheStandards() {
        for (Over.Unit unit : Over.Unit.values()) {
            Over.Each each = new Over.Each(unit);
            for (int i = 0; i < 3_000; i++) {
                LocalDate date = LocalDate.of(1985, 1, 1).plusDays(random.nextInt(30_000));
                long ordinal = Periods.ordinal(unit, date.toEpochDay());
                assertEquals(each.start(date), Periods.of(each, ordinal).from());
                assertEquals(
                        each.next(each.start(date)).minusDays(1),
                        Periods.of(each, ordinal).to());
            }
        }
    }
}
