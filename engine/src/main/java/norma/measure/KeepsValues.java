package norma.measure;

/** A KPI of which a cell keeps every single value, and no sum. */
interface KeepsValues extends Aggregate {

    @Override
    default int sums() {
        return 0;
    }

    @Override
    default boolean tallies() {
        return true;
    }

    @Override
    default Tally start() {
        return new CountedLongs();
    }
}
