package norma.server.demo;

import java.time.LocalDate;

/**
 * What every theme of the demo starts from.
 *
 * @param seed the same seed gives the same company
 * @param asOf the last day of the export; a working day
 * @param office the working days
 */
record Setting(long seed, LocalDate asOf, OfficeDays office) {

    private static final int MONTHS = 12;

    Dice dice(String theme) {
        return Dice.of(seed, theme);
    }

    /** The first day of the export: twelve full months before the month of the last day. */
    LocalDate start() {
        return asOf.withDayOfMonth(1).minusMonths(MONTHS);
    }

    LocalDate ago(int days) {
        return asOf.minusDays(days);
    }

    LocalDate workingAgo(int days) {
        return office.plus(asOf, -days);
    }
}
