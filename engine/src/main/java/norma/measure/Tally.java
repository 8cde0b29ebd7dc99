package norma.measure;

/** The single values of the cases of one cell, each of which can be taken out again; for KPI to which sums are not enough. */
interface Tally {

    /**
     * @param sign 1 to put the case in, -1 to take it out
     */
    void take(Case one, int sign);

    /**
     * @param other of the same KPI
     * @param sign 1 to put its cases in, -1 to take them out
     */
    void takeAll(Tally other, int sign);
}
