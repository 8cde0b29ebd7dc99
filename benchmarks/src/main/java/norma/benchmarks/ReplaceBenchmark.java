package norma.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import norma.Engine;
import norma.standard.Standards;

/** One norm of many gets other limits while the engine runs. */
final class ReplaceBenchmark {

    private static final int NORMS = 300;

    private ReplaceBenchmark() {}

    static void run(Table table, Size size) throws Exception {
        Firm firm = Firm.generated(size.seed(), size.deals(), size.sellers());
        Standard before = Standard.of(NORMS, 0.0005);
        Standard after = before.with(0, 1.1);
        Standards one = before.read();
        Standards other = after.read();
        Engine engine = NormaJudging.engine(one);
        firm.changes(engine::apply);
        table.add(
                "one norm of %d replaced over %,d deals".formatted(NORMS, size.deals()),
                new Contest()
                        .with("Norma, there and back", () -> {
                            engine.replace(other);
                            return engine.replace(one);
                        })
                        .run(size.warmups(), size.rounds()));
        engine.replace(other);
        Set<Finding> standing =
                engine.deviations().stream().map(NormaJudging::finding).collect(Collectors.toSet());
        engine.close();
        List<Finding> expected = new LoopJudging(firm, after).judge();
        if (!standing.equals(Set.copyOf(expected)))
            throw new IllegalStateException("after a norm was replaced, what stands is not what a loop finds");
    }
}
