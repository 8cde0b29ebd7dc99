package norma.benchmarks;

import java.util.Collection;

/** A contender that knows what deviates, and to which time passes. */
interface Passing {

    /** What may be made ready before it is told the time; not part of the work. */
    default void prepare(long now) throws Exception {}

    /** It has become this time: what deviates now has to be known. */
    void pass(long now) throws Exception;

    /** All that deviates as of then. */
    Collection<Finding> standing();

    default void close() throws Exception {}
}
