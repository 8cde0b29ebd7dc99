package norma.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import norma.benchmarks.Standard.Rule;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.StatefulSession;
import org.evrete.api.builders.RuleSetBuilder;

/** Evrete, with conditions in Java, which it evaluates fastest; a session holds the deals. */
final class EvreteJudging implements Judging {

    private final Firm firm;
    private final KnowledgeService service = new KnowledgeService();
    private final Knowledge knowledge;
    private List<Finding> found = new ArrayList<>();

    EvreteJudging(Firm firm, Standard standard) {
        this.firm = firm;
        RuleSetBuilder<Knowledge> builder = service.newKnowledge().builder();
        for (Rule rule : standard.rules())
            builder = builder.newRule(rule.id())
                    .forEach("$deal", DealRow.class)
                    .where((Object[] values) -> finding(rule, (DealRow) values[0]) != null, "$deal")
                    .execute(context -> found.add(finding(rule, context)));
        knowledge = builder.build();
    }

    private static Finding finding(Rule rule, RhsContext context) {
        return Objects.requireNonNull(finding(rule, context.<DealRow>get("$deal")));
    }

    private static @org.jspecify.annotations.Nullable Finding finding(Rule rule, DealRow deal) {
        if (!rule.condition().holds(deal)) return null;
        return LoopJudging.finding(rule.id(), rule.metric(), deal, rule.limits(deal.stage(), deal.segment()), Firm.NOW);
    }

    StatefulSession session() {
        return knowledge.newStatefulSession();
    }

    /** What was found since this was last asked. */
    List<Finding> take() {
        List<Finding> taken = found;
        found = new ArrayList<>();
        return taken;
    }

    @Override
    public List<Finding> judge() {
        StatefulSession session = session();
        session.insert(firm.deals());
        session.fire();
        session.close();
        return take();
    }

    @Override
    public void close() {
        service.shutdown();
    }
}
