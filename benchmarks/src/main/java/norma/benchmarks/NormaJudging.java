package norma.benchmarks;

import java.util.List;
import norma.Difference;
import norma.Engine;
import norma.deviation.Deviation;
import norma.expression.Value;
import norma.judge.DrlRules;
import norma.server.live.Threads;
import norma.standard.Severity;
import norma.standard.Standards;

/** Norma with the facts in it, to which the standard is given; between two judgements it is taken away. */
final class NormaJudging implements Judging {

    private final Engine engine;
    private final Standards none = new Standard(List.of()).read();
    private final Standards whole;

    NormaJudging(Firm firm, Standard standard) {
        whole = standard.read();
        engine = engine(none);
        firm.changes(engine::apply);
    }

    static Engine engine(Standards standards) {
        return Engine.at(Firm.NOW, standards, DrlRules.none(), new Threads());
    }

    @Override
    public List<Finding> judge() {
        Difference difference = engine.replace(whole);
        return difference.raised().stream().map(NormaJudging::finding).toList();
    }

    /** Back to where no standard is known; not part of the work. */
    void forget() {
        engine.replace(none);
    }

    static Finding finding(Deviation deviation) {
        return new Finding(
                deviation.subject().id(),
                deviation.rule(),
                deviation.severity() == Severity.CRITICAL,
                number(deviation.value().orElseThrow()),
                number(deviation.limit().orElseThrow()));
    }

    private static double number(Value value) {
        return value.raw() instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    @Override
    public void close() {
        engine.close();
    }
}
