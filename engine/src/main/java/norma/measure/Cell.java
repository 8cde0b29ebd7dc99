package norma.measure;

import org.jspecify.annotations.Nullable;

/**
 * The cases of one scope and period, as one KPI added them up.
 *
 * @param cases how many counted
 * @param leftOut how many did not although they are cases
 * @param first the sum of {@link Case#first}; zero where the KPI has none
 * @param second the sum of {@link Case#second}; zero where the KPI has none
 * @param tally null where the KPI keeps none, or no case counted yet
 */
record Cell(
        long cases,
        long leftOut,
        ExactSum first,
        ExactSum second,
        @Nullable Tally tally) {

    static final Cell EMPTY = new Cell(0, 0, new ExactSum(), new ExactSum(), null);
}
