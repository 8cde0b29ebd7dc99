package norma.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import norma.calendar.Interval;
import norma.calendar.Pauses;
import norma.diagnostics.Problems;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The next change by time alone, against a plain walk through time that knows nothing of how it is found. */
class MomentsTest {

    private static final long HOUR = 3_600_000;
    private static final int YEAR = 366 * 24;

    private static final List<Pauses> HOLDS = List.of(
            Pauses.none(),
            Pauses.of(List.of(new Interval(World.time("2026-03-05T10:00"), World.time("2026-03-11T15:00")))),
            Pauses.of(List.of(
                    new Interval(World.time("2026-03-02T10:00"), World.time("2026-03-04T10:00")),
                    new Interval(World.time("2026-03-18T00:00"), World.time("2026-03-25T09:00")))),
            Pauses.of(List.of(new Interval(World.time("2026-03-17T10:00"), Long.MAX_VALUE))));

    @TestFactory
    Stream<DynamicTest> theNextChangeIsWhereAWalkFindsIt() {
        return World.lines("moments.exact.txt").stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(text -> DynamicTest.dynamicTest(text, () -> HOLDS.forEach(hold -> walk(text, hold))));
    }

    private static void walk(String text, Pauses pauses) {
        World world = World.standard();
        world.pauses = pauses;
        Expression expression = compiled(text, world);
        long now = world.now;
        long said = expression.changesAt("subject", world);
        Truth before = expression.truth("subject", world);
        long found = Long.MAX_VALUE;
        for (int hour = 1; hour <= YEAR && found == Long.MAX_VALUE; hour++) {
            world.now = now + hour * HOUR;
            if (expression.truth("subject", world) != before) found = first(expression, world, before);
        }
        world.now = now;
        if (text.contains(" or ") || text.contains(" and ")) assertTrue(said <= found, text + " under " + pauses);
        else if (text.contains("= 20") && text.startsWith("days"))
            assertTrue(said <= found, text); // one millisecond long
        else assertEquals(found, said > now + YEAR * HOUR ? Long.MAX_VALUE : said, text + " under " + pauses);
    }

    /** The first millisecond of the last hour at which the truth is another. */
    private static long first(Expression expression, World world, Truth before) {
        long other = world.now;
        long same = world.now - HOUR;
        while (other - same > 1) {
            world.now = (same + other) / 2;
            if (expression.truth("subject", world) == before) same = world.now;
            else other = world.now;
        }
        return other;
    }

    @Test
    void anEqualityThatLastsOneMillisecondIsNotMissed() {
        World world = World.standard();
        long at = compiled("days(stage_entered_at, now) = 20", world).changesAt("subject", world);
        assertEquals(World.time("2026-02-27T18:00") + 20 * 24 * HOUR, at);
        world.now = at;
        assertEquals(at + 1, compiled("days(stage_entered_at, now) = 20", world).changesAt("subject", world));
    }

    @Test
    void whatMovesAnyHowIsAskedAgainAtTheNextLocalMidnight() {
        long midnight = World.time("2026-03-17");
        World world = World.standard();
        for (String text : List.of(
                "month(now) = 4", "abs(days(now, contract_ends_at)) < 3", "if(contract_ends_at < now, 1, 2) = 1")) {
            assertEquals(midnight, compiled(text, world).changesAt("subject", world), text);
        }
        assertEquals(midnight, compiled("days(stage_entered_at, now)", world).changesAt("subject", world));
        assertEquals(Long.MAX_VALUE, compiled("amount", world).changesAt("subject", world));
    }

    @Test
    void aWorkingDeadlineIsExactWithinTheDay() {
        World world = World.standard();
        world.give("due_at", Type.TIME, "2026-03-18T15:30");
        Expression due = compiled("due_at < add_working_days(now, 2)", world);
        assertEquals(World.time("2026-03-16T15:30") + 1, due.changesAt("subject", world));
        Expression swapped = compiled("add_working_days(now, 2) > due_at", world);
        assertEquals(World.time("2026-03-16T15:30") + 1, swapped.changesAt("subject", world));
        Expression later = compiled("due_at < add_working_days(now, 1)", world);
        assertEquals(World.time("2026-03-17"), later.changesAt("subject", world));
    }

    @TestFactory
    Stream<DynamicTest> aLimitIsCrossedWhereAWalkFindsIt() {
        return Stream.of(
                        "working_days(stage_entered_at, now)",
                        "days(stage_entered_at, now)",
                        "working_hours(stage_entered_at, now, shop) / 8",
                        "calendar_days(stage_entered_at, now)",
                        "working_days(now, contract_ends_at)",
                        "hours(now, contract_ends_at)")
                .map(text -> DynamicTest.dynamicTest(text, () -> HOLDS.forEach(hold -> crossings(text, hold))));
    }

    private static void crossings(String text, Pauses pauses) {
        World world = World.standard();
        world.pauses = pauses;
        Expression expression = compiled(text, world);
        long now = world.now;
        for (double limit : new double[] {-3, 0, 3, 5.5, 10, 12, 14, 15, 20, 30}) {
            for (boolean strictly : new boolean[] {true, false}) {
                String which = text + (strictly ? " > " : " >= ") + limit + " under " + pauses;
                long next = expression.crosses(limit, strictly, "subject", world);
                long last = expression.crossedAt(limit, strictly, "subject", world);
                boolean above = above(expression, limit, strictly, world);
                assertTrue(next > now && (Undefined.is(last) || last <= now), which);
                for (int hour = -2_000; hour <= 2_000; hour++) {
                    world.now = now + hour * HOUR;
                    boolean same = world.now < next && (Undefined.is(last) || world.now >= last);
                    assertEquals(same, above(expression, limit, strictly, world) == above, which + " at " + hour);
                }
                world.now = now;
            }
        }
    }

    private static boolean above(Expression expression, double limit, boolean strictly, World world) {
        double value = expression.number("subject", world);
        return strictly ? value > limit : value >= limit;
    }

    @Test
    void whatIsUndefinedOrStandsStillCrossesNothing() {
        World world = World.standard();
        for (String text : List.of("days(closed_at, now)", "stage_age", "amount")) {
            assertEquals(Long.MAX_VALUE, compiled(text, world).crosses(5, true, "subject", world), text);
            assertEquals(Undefined.LONG, compiled(text, world).crossedAt(5, true, "subject", world), text);
        }
    }

    static Expression compiled(String text, World world) {
        Problems problems = new Problems();
        return Expression.compile(text, Placement.alone("given", text), world, Expected.any(), problems)
                .orElseThrow(() -> new AssertionError(text + ": " + problems.all()));
    }
}
