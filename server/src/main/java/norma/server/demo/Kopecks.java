package norma.server.demo;

/** Money of the demo is whole kopecks; these are the only ways to come to them from a fraction. */
final class Kopecks {

    static final long PER_ROUBLE = 100;

    private Kopecks() {}

    static long roubles(long roubles) {
        return Math.multiplyExact(roubles, PER_ROUBLE);
    }

    /** Rounded to thousands of roubles, as people write amounts of deals; at least one thousand. */
    static long thousands(double roubles) {
        return roubles(Math.max(1, Math.round(roubles / 1000)) * 1000);
    }

    static long part(long kopecks, double share) {
        return Math.round(kopecks * share);
    }
}
