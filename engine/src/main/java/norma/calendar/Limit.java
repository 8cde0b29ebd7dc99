package norma.calendar;

/** A limit in a user's unit as the least amount, in whole units of a meter, that passes it. */
record Limit(long amount) {
    private static final Limit NEVER = new Limit(Long.MAX_VALUE);
    private static final Limit ALWAYS = new Limit(Long.MIN_VALUE);
    private static final double EXACT = 1L << 53; // whole numbers up to here are exact in a double

    static Limit above(double limit, double perUnit) {
        return of(limit, perUnit, true);
    }

    static Limit atLeast(double limit, double perUnit) {
        return of(limit, perUnit, false);
    }

    /** The least whole amount whose quotient by the unit passes the limit, compared as the reading will be. */
    private static Limit of(double limit, double perUnit, boolean strictly) {
        double amount = limit * perUnit;
        if (Double.isNaN(amount) || amount >= EXACT) {
            return NEVER;
        }
        if (amount <= -EXACT) {
            return ALWAYS;
        }
        long least = (long) Math.floor(amount) - 1;
        while (strictly ? !(least / perUnit > limit) : !(least / perUnit >= limit)) {
            least++;
        }
        return new Limit(least);
    }

    long when(Meter meter, long from, Pauses pauses) {
        return this.equals(NEVER) || this.equals(ALWAYS) ? amount : meter.when(from, amount, pauses);
    }
}
