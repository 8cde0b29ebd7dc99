package norma.benchmarks;

import java.util.List;
import norma.Engine;

/** Norma looks again at those deals alone that time can have changed. */
final class NormaPassing implements Passing {

    private final Engine engine;

    NormaPassing(Firm firm, Standard standard) {
        engine = NormaJudging.engine(standard.read());
        firm.changes(engine::apply);
    }

    @Override
    public void pass(long now) {
        engine.advance(now);
    }

    @Override
    public List<Finding> standing() {
        return engine.deviations().stream().map(NormaJudging::finding).toList();
    }

    @Override
    public void close() {
        engine.close();
    }
}
