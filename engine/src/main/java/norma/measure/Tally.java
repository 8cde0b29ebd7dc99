package norma.measure;

/**
 * The cases of one cell, added up so that each can be taken out again. Two tallies of the same KPI over different cases
 * merge into the tally of them all.
 */
abstract class Tally {

    private long cases;
    private long leftOut;

    /**
     * @param sign 1 to put the case in, -1 to take it out
     */
    final void count(Case one, int sign) {
        if (one.leftOut) {
            leftOut += sign;
        } else {
            cases += sign;
            take(one, sign);
        }
    }

    /**
     * @param other of the same KPI
     * @param sign 1 to put its cases in, -1 to take them out
     */
    final void merge(Tally other, int sign) {
        cases += sign * other.cases;
        leftOut += sign * other.leftOut;
        takeAll(other, sign);
    }

    final long cases() {
        return cases;
    }

    final long leftOut() {
        return leftOut;
    }

    final boolean isEmpty() {
        return cases == 0 && leftOut == 0;
    }

    abstract void take(Case one, int sign);

    abstract void takeAll(Tally other, int sign);

    abstract Measured measured(long now);
}
