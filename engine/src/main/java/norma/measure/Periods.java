package norma.measure;

import java.time.LocalDate;
import norma.standard.Over;

/** Calendar periods by number, so that the period of a day costs a read and not an object. */
final class Periods {

    private static final long FIRST = LocalDate.of(1990, 1, 1).toEpochDay();
    private static final int[] MONTHS = new int[(int) (LocalDate.of(2061, 1, 1).toEpochDay() - FIRST)];
    private static final int THURSDAY_TO_MONDAY = 3; // 1970-01-01 was a Thursday

    static {
        for (int i = 0; i < MONTHS.length; i++) MONTHS[i] = (int) computedMonth(FIRST + i);
    }

    private Periods() {}

    /** The number of the period that the day, counted from 1970-01-01, is in. */
    static long ordinal(Over.Unit unit, long day) {
        return switch (unit) {
            case DAY -> day;
            case WEEK -> Math.floorDiv(day + THURSDAY_TO_MONDAY, 7);
            case MONTH -> month(day);
            case QUARTER -> Math.floorDiv(month(day), 3);
            case YEAR -> Math.floorDiv(month(day), 12);
        };
    }

    static Period of(Over.Each each, long ordinal) {
        LocalDate from = start(each.unit(), ordinal);
        return new Period(each.name(), from, start(each.unit(), ordinal + 1).minusDays(1));
    }

    static LocalDate start(Over.Unit unit, long ordinal) {
        return switch (unit) {
            case DAY -> LocalDate.ofEpochDay(ordinal);
            case WEEK -> LocalDate.ofEpochDay(ordinal * 7 - THURSDAY_TO_MONDAY);
            case MONTH -> LocalDate.ofEpochDay(0).withYear(0).plusMonths(ordinal);
            case QUARTER -> start(Over.Unit.MONTH, ordinal * 3);
            case YEAR -> start(Over.Unit.MONTH, ordinal * 12);
        };
    }

    private static long month(long day) {
        long index = day - FIRST;
        return index >= 0 && index < MONTHS.length ? MONTHS[(int) index] : computedMonth(day);
    }

    private static long computedMonth(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() * 12L + date.getMonthValue() - 1;
    }
}
