package norma.benchmarks;

/**
 * How large the company is and how long a contest goes on. Each is a system property of its name: {@code -Ddeals=10000}.
 *
 * @param rules how many norms
 * @param kpis how many KPI
 */
record Size(long seed, int deals, int sellers, int rules, int kpis, int warmups, int rounds) {

    static Size asked() {
        return new Size(
                Long.getLong("seed", 1),
                Integer.getInteger("deals", 1_000_000),
                Integer.getInteger("sellers", 1_000),
                Integer.getInteger("rules", 40),
                Integer.getInteger("kpis", 30),
                Integer.getInteger("warmups", 2),
                Integer.getInteger("rounds", 5));
    }
}
