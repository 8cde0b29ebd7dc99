package norma.benchmarks;

import java.util.Map;

/** A contender that holds the firm's deals and measures KPI over all of them, by each dimension and month. */
interface Measuring {

    /** Every value in Java's memory, in the form in which the contender gives it. */
    Answer measure() throws Exception;

    /** What was measured; it is put into a form that can be compared outside of all times. */
    @FunctionalInterface
    interface Answer {

        /** Where there is no value, because no deal counts or it would be divided by zero, there is nothing. */
        Map<Figure, Double> figures();
    }

    default void close() throws Exception {}
}
