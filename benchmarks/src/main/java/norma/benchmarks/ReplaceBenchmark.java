package norma.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import norma.Engine;
import norma.Memory;
import norma.deviation.Deviation;
import norma.fact.Change;
import norma.judge.DrlRules;
import norma.server.live.Threads;
import norma.standard.Standards;

/** One norm of many gets other limits: while the engine runs, and with an engine built again from all changes. */
final class ReplaceBenchmark {

    private static final int NORMS = 300;
    private static final int FEW = 10_000;

    private ReplaceBenchmark() {}

    /** Over ten thousand deals, and over as many as are asked for. */
    static void run(Table table, Size size) throws Exception {
        for (int deals : IntStream.of(Math.min(FEW, size.deals()), size.deals())
                .distinct()
                .toArray()) run(table, size, deals);
    }

    private static void run(Table table, Size size, int deals) throws Exception {
        Firm firm = Firm.generated(size.seed(), deals, size.sellers());
        Standard before = Standard.of(NORMS, 0.0005);
        Standard after = before.with(0, 1.1);
        Standards one = before.read();
        Standards other = after.read();
        List<Change> journal = new ArrayList<>();
        firm.changes(journal::addAll);
        Engine engine = NormaJudging.engine(one);
        firm.changes(engine::apply);
        List<Finding> expected = new LoopJudging(firm, after).judge();
        Map<String, List<Finding>> answers = new LinkedHashMap<>();
        List<Engine.Recalled> again = new ArrayList<>();
        table.add(
                "one norm of %d replaced over %,d deals".formatted(NORMS, deals),
                new Contest()
                        .with("Norma", () -> engine.replace(other))
                        .with("Norma, built again", () -> again.add(built(other, journal)))
                        .after(() -> {
                            answers.put("a plain loop", expected);
                            answers.put("Norma", findings(engine.deviations()));
                            again.forEach(built -> {
                                answers.put(
                                        "Norma, built again",
                                        findings(built.difference().raised()));
                                built.engine().close();
                            });
                            again.clear();
                            JudgeBenchmark.compare(answers);
                            engine.replace(one);
                        })
                        .run(size.warmups(), size.rounds()));
        engine.close();
    }

    private static Engine.Recalled built(Standards standards, List<Change> journal) {
        return Engine.recalling(Memory.none(Firm.NOW), standards, DrlRules.none(), new Threads(), journal);
    }

    private static List<Finding> findings(Collection<Deviation> deviations) {
        return deviations.stream().map(NormaJudging::finding).toList();
    }
}
