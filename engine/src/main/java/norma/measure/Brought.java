package norma.measure;

import java.util.Arrays;

/** What one fact brings to the KPI of a panel: of which it is a case, with what, and on which day. */
final class Brought {

    /** By column; of meaning for those that count. */
    final Case[] cases;

    /** The columns that count, the first {@link #many}, rising. */
    final int[] counting;

    int many;

    /** Whether the cases have a place in time. */
    boolean placed;

    /** The local date, in days since 1970-01-01; of no meaning when not placed. */
    long day;

    Brought(Case[] cases) {
        this(cases, new int[cases.length]);
    }

    private Brought(Case[] cases, int[] counting) {
        this.cases = cases;
        this.counting = counting;
    }

    /** One that stays as it is when this is written over. */
    Brought copy() {
        Case[] copies = new Case[cases.length];
        for (int i = 0; i < many; i++) copies[counting[i]] = cases[counting[i]].copy();
        Brought copy = new Brought(copies, Arrays.copyOf(counting, many));
        copy.many = many;
        copy.placed = placed;
        copy.day = day;
        return copy;
    }

    /** Leaves out of both what they bring alike: to take it out and put it in again would change nothing. */
    static void strip(Brought one, Brought other) {
        if (one.placed != other.placed || (one.placed && one.day != other.day)) return;
        int ofOne = 0;
        int ofOther = 0;
        int keptOfOne = 0;
        int keptOfOther = 0;
        while (ofOne < one.many || ofOther < other.many) {
            int column = ofOne < one.many ? one.counting[ofOne] : Integer.MAX_VALUE;
            int there = ofOther < other.many ? other.counting[ofOther] : Integer.MAX_VALUE;
            boolean isSame = column == there && one.cases[column].isSame(other.cases[column]);
            if (column <= there) {
                ofOne++;
                if (!isSame) one.counting[keptOfOne++] = column;
            }
            if (there <= column) {
                ofOther++;
                if (!isSame) other.counting[keptOfOther++] = there;
            }
        }
        one.many = keptOfOne;
        other.many = keptOfOther;
    }
}
