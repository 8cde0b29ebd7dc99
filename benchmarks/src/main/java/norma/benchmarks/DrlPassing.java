package norma.benchmarks;

import java.util.List;
import norma.benchmarks.DrlJudging.Clock;
import norma.benchmarks.DrlJudging.Findings;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** DRL that joins every deal with a clock fact: when that is updated, each rule is held against each deal again. */
final class DrlPassing implements Passing {

    private final KieSession session;
    private final FactHandle clock;
    private Findings findings = new Findings();

    DrlPassing(Firm firm, Standard standard) {
        session = new DrlJudging(firm, standard).session(findings);
        clock = session.insert(new Clock(Firm.NOW));
        firm.deals().forEach(session::insert);
        session.fireAllRules();
    }

    @Override
    public void pass(long now) {
        findings = new Findings();
        session.setGlobal("findings", findings);
        session.update(clock, new Clock(now));
        session.fireAllRules();
    }

    @Override
    public List<Finding> standing() {
        return findings.all();
    }

    @Override
    public void close() {
        session.dispose();
    }
}
