package norma.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import norma.benchmarks.Standard.Limits;
import norma.benchmarks.Standard.Rule;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/** DRL text as a user writes it by hand: a clock fact, norms as facts, compiled by MVEL. */
public final class DrlJudging implements Judging {

    /** The moment that is judged at. */
    public record Clock(long now) {
        public long getNow() {
            return now;
        }
    }

    /** The norms as a user's rules ask for them: a function of the rule, the stage and the segment. */
    public static final class Norms {

        private static Map<String, Map<String, Map<String, Limits>>> all = Map.of();

        private Norms() {}

        static void set(Standard standard) {
            Map<String, Map<String, Map<String, Limits>>> next = new HashMap<>();
            for (Rule rule : standard.rules())
                for (String stage : Firm.STAGES)
                    for (String segment : Firm.SEGMENTS)
                        next.computeIfAbsent(rule.id(), id -> new HashMap<>())
                                .computeIfAbsent(stage, id -> new HashMap<>())
                                .put(segment, rule.limits(stage, segment).scaled(rule.metric()));
            all = next;
        }

        public static double warn(String rule, String stage, String segment) {
            return limits(rule, stage, segment).warn();
        }

        public static double critical(String rule, String stage, String segment) {
            return limits(rule, stage, segment).critical();
        }

        private static Limits limits(String rule, String stage, String segment) {
            return Objects.requireNonNull(
                    Objects.requireNonNull(Objects.requireNonNull(all.get(rule)).get(stage))
                            .get(segment));
        }
    }

    /** Where the right-hand sides put what they found. */
    public static final class Findings {

        private final List<Finding> all = new ArrayList<>();

        public void add(String deal, String rule, double value, double warn, double critical, boolean below) {
            boolean worse = below ? value < critical : value > critical;
            all.add(new Finding(deal, rule, worse, value, worse ? critical : warn));
        }

        List<Finding> all() {
            return all;
        }
    }

    private final Firm firm;
    private final KieBase base;

    DrlJudging(Firm firm, Standard standard) {
        this.firm = firm;
        base = new KieHelper().addContent(drl(standard), ResourceType.DRL).build();
        Norms.set(standard);
    }

    static String drl(Standard standard) {
        return standard.rules().stream().map(DrlJudging::drl).collect(Collectors.joining("\n", """
                package norma.benchmarks.drl
                import norma.benchmarks.DealRow
                import norma.benchmarks.DrlJudging.Clock
                import norma.benchmarks.DrlJudging.Norms
                global norma.benchmarks.DrlJudging.Findings findings
                """, ""));
    }

    private static String drl(Rule rule) {
        Metric metric = rule.metric();
        String property = property(metric.column());
        return """
                rule "%1$s"
                when
                    Clock( $now : now )
                    $deal : DealRow( %2$s%3$s, %4$s %5$s Norms.warn("%1$s", stage, segment) )
                then
                    findings.add($deal.getId(), "%1$s", %6$s, Norms.warn("%1$s", $deal.getStage(), $deal.getSegment()),
                        Norms.critical("%1$s", $deal.getStage(), $deal.getSegment()), %7$s);
                end
                """.formatted(
                        rule.id(),
                        rule.condition().drl(),
                        metric == Metric.STEP_AHEAD || metric == Metric.STEP_OVERDUE ? ", nextStepAt > 0" : "",
                        value(metric, property),
                        metric.isBelow() ? "<" : ">",
                        value(metric, "$deal." + getter(property)),
                        metric.isBelow());
    }

    private static String value(Metric metric, String property) {
        if (!metric.isTime()) return property;
        return "((" + (metric.isAhead() ? property + " - $now" : "$now - " + property) + ") / 86400000.0)";
    }

    private static String getter(String property) {
        return "get" + Character.toUpperCase(property.charAt(0)) + property.substring(1) + "()";
    }

    private static String property(String column) {
        StringBuilder out = new StringBuilder();
        for (String part : column.split("_"))
            out.append(out.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        return out.toString();
    }

    /** With nothing in it yet. */
    KieSession session(Findings findings) {
        KieSession session = base.newKieSession();
        session.setGlobal("findings", findings);
        return session;
    }

    @Override
    public List<Finding> judge() {
        Findings findings = new Findings();
        KieSession session = session(findings);
        session.insert(new Clock(Firm.NOW));
        firm.deals().forEach(session::insert);
        session.fireAllRules();
        session.dispose();
        return findings.all;
    }
}
