package norma.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/** KPI as DRL by hand: a {@code groupby} for each KPI and dimension, over deals as facts. */
public final class GroupByMeasuring implements Measuring {

    private static final long MOSCOW = 3 * 3_600_000;

    /** What deals are grouped by: a value of the dimension, and a month. */
    public record Key(String of, int month) {

        public static Key of(String value, long time) {
            LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(time + MOSCOW, Firm.DAY));
            return new Key(value, day.getYear() * 12 + day.getMonthValue() - 1);
        }
    }

    /** What the functions of the language do not calculate by themselves. */
    public static final class Figures {

        private final Map<Figure, Double> all = new HashMap<>();

        public void add(String kpi, String dimension, Key key, Object result) {
            all.put(new Figure(kpi, dimension, key.of(), key.month()), number(result));
        }

        private static double number(Object result) {
            if (result instanceof List<?> values) return median(values);
            return result instanceof Collection<?> different ? different.size() : ((Number) result).doubleValue();
        }

        private static double median(List<?> values) {
            double[] sorted = values.stream()
                    .mapToDouble(value -> ((Number) value).doubleValue())
                    .sorted()
                    .toArray();
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }

        public static double expected(long amount, double probability) {
            return Math.round(amount * probability);
        }

        public static double cycle(long created, long closed) {
            return (closed - created) / (double) Firm.DAY;
        }

        /** One for a deal that is among these cases, nothing for another. */
        public static double part(String cases, DealRow deal) {
            return Cases.valueOf(cases).holds(deal) ? 1 : 0;
        }
    }

    private final Firm firm;
    private final KieBase base;

    GroupByMeasuring(Firm firm, List<Indicator> indicators) {
        this.firm = firm;
        base = new KieHelper().addContent(drl(indicators), ResourceType.DRL).build();
    }

    static String drl(List<Indicator> indicators) {
        List<String> rules = new ArrayList<>();
        for (Indicator indicator : indicators)
            for (String dimension : Indicator.DIMENSIONS) rules.add(rule(indicator, dimension));
        return rules.stream().collect(Collectors.joining("\n", """
                package norma.benchmarks.drl
                import norma.benchmarks.DealRow
                import norma.benchmarks.GroupByMeasuring.Key
                import norma.benchmarks.GroupByMeasuring.Figures
                global norma.benchmarks.GroupByMeasuring.Figures figures
                """, ""));
    }

    private static String rule(Indicator indicator, String dimension) {
        String time = indicator.at() == Indicator.Time.CREATED_AT ? "createdAt" : "closedAt";
        return """
                rule "%1$s by %2$s"
                when
                    groupby( $deal : DealRow( %3$s > 0, %3$s <= %4$dL%5$s, $of : %2$s, $at : %3$s, $amount : amount,
                        $probability : probability, $client : client, $created : createdAt, $closed : closedAt );
                        $key : Key.of($of, $at); $result : %6$s )
                then
                    figures.add("%1$s", "%2$s", $key, $result);
                end
                """.formatted(
                        indicator.id(),
                        dimension,
                        time,
                        Firm.NOW,
                        indicator.cases().drl(),
                        function(indicator, value(indicator)));
    }

    private static String function(Indicator indicator, String value) {
        return switch (indicator.kind()) {
            case COUNT -> "count()";
            case SUM -> "sum(" + value + ")";
            case MEAN -> "average(" + value + ")";
            case MEDIAN -> "collectList(" + value + ")";
            case MIN -> "min(" + value + ")";
            case MAX -> "max(" + value + ")";
            case DISTINCT -> "collectSet(" + value + ")";
            case SHARE -> "average(Figures.part(\"" + indicator.part() + "\", $deal))";
        };
    }

    private static String value(Indicator indicator) {
        return switch (indicator.quantity()) {
            case AMOUNT -> "$amount";
            case EXPECTED -> "Figures.expected($amount, $probability)";
            case PROBABILITY -> "$probability";
            case CYCLE -> "Figures.cycle($created, $closed)";
            case CLIENT -> "$client";
        };
    }

    @Override
    public Answer measure() {
        Figures figures = new Figures();
        KieSession session = base.newKieSession();
        session.setGlobal("figures", figures);
        firm.deals().forEach(session::insert);
        session.fireAllRules();
        session.dispose();
        return () -> figures.all;
    }
}
