package norma.benchmarks;

import java.util.ArrayList;
import java.util.List;
import norma.benchmarks.Standard.Limits;
import norma.benchmarks.Standard.Rule;

/** A loop over an array, as a programmer would write it who needs just this and nothing else. */
final class LoopJudging implements Judging {

    private final DealRow[] deals;
    private final Rule[] rules;
    private final Limits[][][] limits;

    private final long now;

    LoopJudging(Firm firm, Standard standard) {
        this(firm.deals(), standard, Firm.NOW);
    }

    LoopJudging(List<DealRow> rows, Standard standard, long now) {
        this.now = now;
        deals = rows.toArray(DealRow[]::new);
        rules = standard.rules().toArray(Rule[]::new);
        limits = new Limits[rules.length][Firm.STAGES.size()][Firm.SEGMENTS.size()];
        for (int rule = 0; rule < rules.length; rule++)
            for (int stage = 0; stage < Firm.STAGES.size(); stage++)
                for (int segment = 0; segment < Firm.SEGMENTS.size(); segment++)
                    limits[rule][stage][segment] =
                            rules[rule].limits(Firm.STAGES.get(stage), Firm.SEGMENTS.get(segment));
    }

    @Override
    public List<Finding> judge() {
        List<Finding> found = new ArrayList<>();
        for (DealRow deal : deals) judge(deal, found);
        return found;
    }

    void judge(DealRow deal, List<Finding> found) {
        if (!deal.isOpen()) return;
        int stage = Firm.STAGES.indexOf(deal.stage());
        int segment = Firm.SEGMENTS.indexOf(deal.segment());
        for (int i = 0; i < rules.length; i++) {
            if (!rules[i].condition().holds(deal)) continue;
            Metric metric = rules[i].metric();
            Finding finding = finding(rules[i].id(), metric, deal, limits[i][stage][segment], now);
            if (finding != null) found.add(finding);
        }
    }

    static @org.jspecify.annotations.Nullable Finding finding(
            String rule, Metric metric, DealRow deal, Limits limits, long now) {
        double value = metric.value(deal, now);
        if (!beyond(metric, value, metric.scaled(limits.warn()))) return null;
        boolean critical = beyond(metric, value, metric.scaled(limits.critical()));
        return new Finding(
                deal.id(), rule, critical, value, metric.scaled(critical ? limits.critical() : limits.warn()));
    }

    private static boolean beyond(Metric metric, double value, double limit) {
        return metric.isBelow() ? value < limit : value > limit;
    }
}
