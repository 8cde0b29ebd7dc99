package norma.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PausesTest {

    @Test
    void intervalsThatOverlapOrTouchBecomeOne() {
        Pauses pauses = Pauses.of(
                List.of(new Interval(50, 60), new Interval(10, 20), new Interval(15, 30), new Interval(30, 40)));

        assertEquals(List.of(new Interval(10, 40), new Interval(50, 60)), pauses.intervals());
    }

    @Test
    void anIntervalInsideAnotherAddsNothing() {
        assertEquals(
                Pauses.of(List.of(new Interval(10, 100))),
                Pauses.of(List.of(new Interval(10, 100), new Interval(20, 30))));
    }

    @Test
    void intervalsWithoutLengthAreNoPauses() {
        assertSame(Pauses.none(), Pauses.of(List.of(new Interval(10, 10), new Interval(20, 15))));
        assertTrue(Pauses.none().isEmpty());
    }

    @Test
    void aPauseHoldsFromItsFirstMomentUntilBeforeItsEnd() {
        Pauses pauses = Pauses.of(List.of(new Interval(10, 20), new Interval(30, 40)));

        assertFalse(pauses.covers(9));
        assertTrue(pauses.covers(10));
        assertTrue(pauses.covers(19));
        assertFalse(pauses.covers(20));
        assertFalse(pauses.covers(25));
        assertTrue(pauses.covers(39));
        assertFalse(pauses.covers(40));
    }

    @Test
    void aPauseWithoutEndCoversTheRestOfTime() {
        Pauses pauses = Pauses.of(List.of(new Interval(10, Long.MAX_VALUE)));

        assertTrue(pauses.covers(Long.MAX_VALUE - 1));
        assertEquals(90, pauses.overlap(0, 100));
    }

    @Test
    void overlapAddsThePartsInside() {
        Pauses pauses = Pauses.of(List.of(new Interval(10, 20), new Interval(30, 40), new Interval(50, 60)));

        assertEquals(30, pauses.overlap(0, 100));
        assertEquals(5 + 10 + 5, pauses.overlap(15, 55));
        assertEquals(0, pauses.overlap(20, 30));
        assertEquals(0, pauses.overlap(55, 15));
    }

    @Test
    void twoListsTogether() {
        Pauses hold = Pauses.of(List.of(new Interval(10, 20)));
        Pauses absence = Pauses.of(List.of(new Interval(15, 30)));

        assertEquals(Pauses.of(List.of(new Interval(10, 30))), hold.and(absence));
        assertSame(hold, hold.and(Pauses.none()));
        assertSame(hold, Pauses.none().and(hold));
    }
}
