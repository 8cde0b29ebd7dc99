package norma.benchmarks;

import java.util.List;

/** A contender that holds the firm's deals and judges all of them by one standard. */
interface Judging {

    /** Everything that deviates, as it is known when the work is done; the order does not matter. */
    List<Finding> judge() throws Exception;

    default void close() throws Exception {}
}
