package norma.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import norma.standard.Over;
import org.junit.jupiter.api.Test;

/** Which readings of today a case on a day is shown by. */
class PlacesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Over MONTH = new Over.Each(Over.Unit.MONTH);
    private static final Over WEEK = new Over.Rolling(7);

    private final List<Over> overs = new ArrayList<>(List.of(MONTH, WEEK));

    private long touched(String date) {
        long day = LocalDate.parse(date).toEpochDay();
        long[] ordinals = overs.stream()
                .mapToLong(over -> over instanceof Over.Each each ? Periods.ordinal(each.unit(), day) : 0)
                .toArray();
        return places().of(day, ordinals);
    }

    private Places places() {
        return new Places(overs, TODAY.toEpochDay());
    }

    private long place(Over over, boolean last) {
        return places().of(new Slot(over, last));
    }

    @Test
    void aCaseTouchesTheMonthThatItIsInAndTheWindowsThatReachIt() {
        assertEquals(place(MONTH, false) | place(WEEK, false), touched("2026-03-10"));
        assertEquals(place(MONTH, false) | place(WEEK, false), touched("2026-03-04"));
        assertEquals(place(MONTH, false), touched("2026-03-03"));
        assertEquals(place(MONTH, true), touched("2026-02-28"));
        assertEquals(Places.NONE, touched("2026-01-31"));
    }

    @Test
    void whatIsMeasuredOverAllTimeIsAlwaysTouched() {
        overs.add(new Over.All());
        assertEquals(place(new Over.All(), false), touched("2019-01-01"));
    }

    @Test
    void nextDayAnotherMonthIsCurrent() {
        Places places = places();
        long[] ordinals = {Periods.ordinal(Over.Unit.MONTH, TODAY.toEpochDay()), 0};
        places.turn(LocalDate.of(2026, 4, 1).toEpochDay());
        assertEquals(place(MONTH, true), places.of(TODAY.toEpochDay(), ordinals));
    }

    @Test
    void morePeriodsThanBitsShareThem() {
        for (int days = 8; days < 80; days++) overs.add(new Over.Rolling(days));
        Over widest = overs.get(overs.size() - 1);
        assertNotEquals(Places.NONE, place(widest, false) & touched("2026-01-01"));
    }
}
