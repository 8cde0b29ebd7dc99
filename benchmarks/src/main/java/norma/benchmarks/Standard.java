package norma.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.jspecify.annotations.Nullable;

/** The same norms for every contender: each over one metric and one condition, with rows by stage and by stage and segment. */
record Standard(List<Rule> rules) {

    /** As definitions write them: in days, units of the currency or per cents. */
    record Limits(double warn, double critical) {

        /** In the unit of {@link Metric#value}. */
        Limits scaled(Metric metric) {
            return new Limits(metric.scaled(warn), metric.scaled(critical));
        }
    }

    /** @param segment null for every segment */
    record Row(String stage, @Nullable String segment, Limits limits) {}

    /** @param rows those by stage and segment before those by stage, so that the first that fits holds */
    record Rule(String id, Metric metric, Condition condition, Limits byDefault, List<Row> rows) {

        Limits limits(String stage, String segment) {
            for (Row row : rows)
                if (row.stage.equals(stage) && (row.segment == null || row.segment.equals(segment))) return row.limits;
            return byDefault;
        }

        /** The limit that is easiest to be beyond: a value within it is fine whatever the row. */
        double mildest() {
            double mildest = byDefault.warn;
            for (Row row : rows)
                mildest = metric.isBelow() ? Math.max(mildest, row.limits.warn) : Math.min(mildest, row.limits.warn);
            return mildest;
        }
    }

    private static final int STEPS = 20;

    private static final String MODEL = """
            schema: 1
            model:
              currency: RUB
              calendar: office
              pipelines:
                sales: [%s]
              segments: [%s]
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            """;

    /** What limits are multiplied by for some stages, and for some segments in them. */
    private static final Map<String, Double> STAGES = Map.of("proposal", 0.95, "negotiation", 1.1, "contract", 1.2);

    private static final Map<String, Map<String, Double>> SEGMENTS =
            Map.of("negotiation", Map.of("b2g", 1.3), "contract", Map.of("b2g", 1.4, "key", 0.9));

    /**
     * @param rules how many
     * @param share of the open deals that are beyond a norm's first limit, about
     */
    static Standard of(int rules, double share) {
        List<Rule> all = new ArrayList<>();
        Metric[] metrics = Metric.values();
        Condition[] conditions = Condition.values();
        for (int i = 0; i < rules; i++) {
            Metric metric = metrics[i % metrics.length];
            Condition condition = conditions[i / metrics.length % conditions.length];
            double own = share * (1 - 0.4 * i / rules);
            all.add(rule(metric.id() + "_" + (i + 1), metric, condition, own));
        }
        return new Standard(List.copyOf(all));
    }

    /** Such that about so many deviations of a firm stand; fewer where its deals allow no more. */
    static Standard standing(Firm firm, int rules, int deviations) {
        double low = 0.000_01;
        double high = 0.9;
        for (int i = 0; i < STEPS; i++) {
            double middle = Math.sqrt(low * high);
            boolean more = new LoopJudging(firm, of(rules, middle)).judge().size() > deviations;
            if (more) high = middle;
            else low = middle;
        }
        return of(rules, low);
    }

    private static Rule rule(String id, Metric metric, Condition condition, double share) {
        Limits byDefault = limits(metric, share, 1);
        List<Row> rows = new ArrayList<>();
        for (String stage : Firm.STAGES)
            SEGMENTS.getOrDefault(stage, Map.of())
                    .forEach((segment, factor) -> rows.add(new Row(stage, segment, limits(metric, share, factor))));
        for (String stage : Firm.STAGES) {
            Double factor = STAGES.get(stage);
            if (factor != null) rows.add(new Row(stage, null, limits(metric, share, factor)));
        }
        return new Rule(id, metric, condition, byDefault, List.copyOf(rows));
    }

    private static Limits limits(Metric metric, double share, double factor) {
        double warn = half(metric.limit(share) * factor, metric);
        double critical = half(metric.limit(share / 4) * factor, metric);
        if (metric.isBelow()) return new Limits(warn, Math.max(0, Math.min(critical, warn - 1)));
        return new Limits(warn, Math.max(critical, warn + 1));
    }

    private static double half(double limit, Metric metric) {
        return metric.isTime() ? Math.rint(limit * 2) / 2 : Math.max(1, Math.rint(limit));
    }

    /** The same rules, so many at a time. */
    List<Standard> parts(int most) {
        List<Standard> parts = new ArrayList<>();
        for (int from = 0; from < rules.size(); from += most)
            parts.add(new Standard(rules.subList(from, Math.min(rules.size(), from + most))));
        return parts;
    }

    /** A rule with the same id and other limits. */
    Standard with(int index, double factor) {
        List<Rule> next = new ArrayList<>(rules);
        Rule old = rules.get(index);
        next.set(
                index,
                new Rule(
                        old.id(),
                        old.metric(),
                        old.condition(),
                        new Limits(
                                half(old.byDefault().warn() * factor, old.metric()),
                                half(old.byDefault().critical() * factor, old.metric()) + 1),
                        old.rows()));
        return new Standard(List.copyOf(next));
    }

    /** As users write it. */
    List<Source> definitions() {
        StringBuilder kpis = new StringBuilder("schema: 1\nkpis:\n");
        for (Metric metric : Metric.values()) kpis.append(kpi(metric));
        StringBuilder norms = new StringBuilder("norms:\n");
        StringBuilder deviations = new StringBuilder("deviations:\n");
        for (Rule rule : rules) {
            norms.append(norm(rule));
            deviations.append(deviation(rule));
        }
        Source model = model();
        return rules.isEmpty()
                ? List.of(model)
                : List.of(model, new Source("norms.yaml", "" + kpis + norms + deviations));
    }

    static Source model() {
        return new Source(
                "model.yaml", MODEL.formatted(String.join(", ", Firm.STAGES), String.join(", ", Firm.SEGMENTS)));
    }

    Standards read() {
        return read(definitions());
    }

    /** Beside KPI that are measured over all deals. */
    Standards with(List<Indicator> indicators) {
        List<Source> sources = new ArrayList<>(definitions());
        if (!indicators.isEmpty()) sources.add(Indicator.definitions(indicators));
        return read(sources);
    }

    static Standards read(List<Source> sources) {
        Problems problems = new Problems();
        return Definitions.read(sources, Map.of(), problems)
                .orElseThrow(() -> new IllegalStateException(problems.all().toString()));
    }

    private static String kpi(Metric metric) {
        return "  %s: { title: { en: %s, ru: Показатель }, of: deal, value: \"%s\" }\n"
                .formatted(metric.id(), metric.id(), metric.expression());
    }

    private static String norm(Rule rule) {
        StringBuilder out = new StringBuilder("""
                  limit_%s:
                    kpi: %s
                    breach: %s
                    default: %s
                    precedence: [stage + segment, stage]
                    overrides:
                """.formatted(
                        rule.id(),
                        rule.metric().id(),
                        rule.metric().isBelow() ? "below" : "above",
                        levels(rule.metric(), rule.byDefault())));
        for (Row row : rule.rows()) {
            String where = row.segment() == null ? row.stage() : row.stage() + ", segment: " + row.segment();
            String levels = levels(rule.metric(), row.limits());
            out.append("      - { where: { stage: ")
                    .append(where)
                    .append(" }, ")
                    .append(levels.substring(2))
                    .append("\n");
        }
        return out.toString();
    }

    private static String levels(Metric metric, Limits limits) {
        return "{ warn: " + metric.written(limits.warn()) + ", critical: " + metric.written(limits.critical()) + " }";
    }

    private static String deviation(Rule rule) {
        return """
                  %s:
                    on: deal
                    only_if: %s
                    breaks: limit_%s
                    message: { en: "{value}, the norm is {limit}", ru: "{value}, норма — {limit}" }
                """.formatted(rule.id(), rule.condition().expression(), rule.id());
    }
}
