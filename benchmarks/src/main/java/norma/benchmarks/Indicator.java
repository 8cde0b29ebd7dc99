package norma.benchmarks;

import java.util.ArrayList;
import java.util.List;
import norma.diagnostics.Source;

/**
 * One KPI, the same for every contender.
 *
 * @param part what a share counts of the cases; {@link Cases#ALL} for every other kind
 */
record Indicator(String id, Kind kind, Quantity quantity, Cases cases, Cases part, Time at) {

    enum Kind {
        COUNT,
        SUM,
        MEAN,
        MEDIAN,
        MIN,
        MAX,
        DISTINCT,
        SHARE
    }

    /** The time that places a deal in a month. */
    enum Time {
        CREATED_AT("created_at"),
        CLOSED_AT("closed_at");

        private final String column;

        Time(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /** What readings are cut by, as definitions and tables name it. */
    static final List<String> DIMENSIONS = List.of("owner", "team", "segment");

    private static final List<Indicator> CREATED = List.of(
            count(Cases.ALL),
            count(Cases.NEW),
            count(Cases.LARGE),
            count(Cases.DIRECT),
            count(Cases.OPEN),
            of(Kind.SUM, Quantity.AMOUNT, Cases.ALL),
            of(Kind.SUM, Quantity.AMOUNT, Cases.OPEN),
            of(Kind.SUM, Quantity.EXPECTED, Cases.OPEN),
            of(Kind.MEAN, Quantity.AMOUNT, Cases.ALL),
            of(Kind.MEAN, Quantity.PROBABILITY, Cases.OPEN),
            share(Cases.ALL, Cases.NEW),
            share(Cases.ALL, Cases.DIRECT),
            of(Kind.MAX, Quantity.AMOUNT, Cases.ALL),
            of(Kind.MEDIAN, Quantity.AMOUNT, Cases.ALL),
            of(Kind.DISTINCT, Quantity.CLIENT, Cases.ALL));

    private static final List<Indicator> CLOSED = List.of(
            count(Cases.CLOSED),
            count(Cases.WON),
            count(Cases.LOST),
            count(Cases.WON_NEW),
            of(Kind.SUM, Quantity.AMOUNT, Cases.WON),
            of(Kind.SUM, Quantity.AMOUNT, Cases.LOST),
            of(Kind.MEAN, Quantity.AMOUNT, Cases.WON),
            of(Kind.MEAN, Quantity.CYCLE, Cases.WON),
            of(Kind.MEAN, Quantity.CYCLE, Cases.LOST),
            share(Cases.CLOSED, Cases.WON),
            share(Cases.CLOSED_NEW, Cases.WON),
            share(Cases.CLOSED_LARGE, Cases.WON),
            share(Cases.CLOSED_DIRECT, Cases.WON),
            of(Kind.MIN, Quantity.AMOUNT, Cases.WON),
            of(Kind.MEDIAN, Quantity.CYCLE, Cases.WON));

    /** Without a common factor with how many there are of each time: the first few are of several kinds too. */
    private static final int STRIDE = 7;

    private static Indicator count(Cases cases) {
        return of(Kind.COUNT, Quantity.AMOUNT, cases);
    }

    private static Indicator share(Cases cases, Cases part) {
        return new Indicator("", Kind.SHARE, Quantity.AMOUNT, cases, part, Time.CREATED_AT);
    }

    private static Indicator of(Kind kind, Quantity quantity, Cases cases) {
        return new Indicator("", kind, quantity, cases, Cases.ALL, Time.CREATED_AT);
    }

    /** So many KPI, half of them by the time of creation and half by that of closing; after thirty they begin anew. */
    static List<Indicator> several(int many) {
        List<Indicator> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Time at = Time.values()[i % 2];
            List<Indicator> these = at == Time.CREATED_AT ? CREATED : CLOSED;
            Indicator one = these.get(i / 2 * STRIDE % these.size());
            String id = "%s_%s_%d".formatted(one.kind, at, i + 1).toLowerCase(java.util.Locale.ROOT);
            all.add(new Indicator(id, one.kind, one.quantity, one.cases, one.part, at));
        }
        return List.copyOf(all);
    }

    /** As users write them. */
    static Source definitions(List<Indicator> indicators) {
        StringBuilder kpis = new StringBuilder("schema: 1\nkpis:\n");
        indicators.forEach(indicator -> kpis.append(indicator.definition()));
        return new Source("kpis.yaml", kpis.toString());
    }

    private String definition() {
        return """
                  %s:
                    title: { en: Figure, ru: Показатель }
                    of: deal
                    %s
                    %s
                    at: %s
                    by: [%s]
                    whole: false
                    over: [month]
                """.formatted(
                        id,
                        method(),
                        cases == Cases.ALL ? "" : "only_if: " + cases.expression(),
                        at.column,
                        String.join(", ", DIMENSIONS));
    }

    private String method() {
        return switch (kind) {
            case COUNT -> "count: all";
            case SHARE -> "ratio: { count: \"%s\", to: all }".formatted(part.expression());
            case SUM ->
                quantity == Quantity.EXPECTED
                        ? "weighted_sum: { value: amount, weight: probability }"
                        : "sum: " + quantity.expression();
            default -> "%s: %s".formatted(kind.name().toLowerCase(java.util.Locale.ROOT), quantity.expression());
        };
    }

    /** Whether two contenders mean the same value: a mean or median of money is rounded by some and not by others. */
    boolean isSame(double one, double other) {
        double near = 1e-9 * Math.max(Math.abs(one), Math.abs(other));
        return Math.abs(one - other) <= (isMoney() ? Math.max(near, 0.5) : near);
    }

    private boolean isMoney() {
        return kind != Kind.COUNT && kind != Kind.SHARE && kind != Kind.DISTINCT && quantity.isMoney();
    }
}
