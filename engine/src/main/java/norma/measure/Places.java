package norma.measure;

import java.util.List;
import norma.standard.Over;

/**
 * Where readings that are up to date are shown, of the periods of a panel: a bit for each slot, so that what a case touches is
 * one number. Where there are more slots than bits some share one, and are looked at together.
 */
final class Places {

    static final long NONE = 0;
    static final long ALL = -1;

    private final List<Over> overs;
    private final long[] current;
    private long today;

    /** @param today the local date, in days since 1970-01-01 */
    Places(List<Over> overs, long today) {
        this.overs = List.copyOf(overs);
        this.current = new long[overs.size()];
        turn(today);
    }

    void turn(long newToday) {
        today = newToday;
        for (int i = 0; i < current.length; i++)
            if (overs.get(i) instanceof Over.Each each) current[i] = Periods.ordinal(each.unit(), today);
    }

    /** Of a slot of one of the periods. */
    long of(Slot slot) {
        return bit(overs.indexOf(slot.over()), slot.last());
    }

    /**
     * Those that show a case.
     *
     * @param day the local date of the case
     * @param ordinals the calendar periods that it is in, by period
     */
    long of(long day, long[] ordinals) {
        long touched = NONE;
        for (int i = 0; i < current.length; i++) {
            Over over = overs.get(i);
            if (over instanceof Over.Each) {
                if (ordinals[i] == current[i]) touched |= bit(i, false);
                else if (ordinals[i] == current[i] - 1) touched |= bit(i, true);
            } else if (!(over instanceof Over.Rolling rolling) || day > today - rolling.days()) {
                touched |= bit(i, false);
            }
        }
        return touched;
    }

    private static long bit(int over, boolean last) {
        return 1L << 2 * over + (last ? 1 : 0);
    }
}
