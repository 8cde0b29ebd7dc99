package norma.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import norma.Engine;
import norma.benchmarks.Contest.Timing;
import norma.benchmarks.Standard.Limits;
import norma.benchmarks.Standard.Rule;

/** Time passes until a thousand deals have crossed a limit, while few or many deviations stand already. */
final class DueBenchmark {

    private static final int DUE = 1_000;

    private DueBenchmark() {}

    static void run(Table table, Size size) throws Exception {
        Firm firm = Firm.generated(size.seed(), size.deals(), size.sellers());
        for (double share : new double[] {0.001, 0.03}) {
            Standard standard = Standard.of(size.rules(), share);
            int standing = new LoopJudging(firm, standard).judge().size();
            List<Timing> timings = List.of(Timing.of("Norma", norma(firm, standard, size.rounds())));
            table.add("%,d deals become due, %,d deviations stand".formatted(DUE, standing), timings);
        }
    }

    private static long[] norma(Firm firm, Standard standard, int rounds) {
        int due = Math.min(DUE, firm.deals().size() / 20);
        List<Long> crossings = crossings(firm, standard);
        Engine engine = NormaJudging.engine(standard.read());
        firm.changes(engine::apply);
        long[] nanos = new long[rounds];
        long to = Firm.NOW;
        for (int round = -1; round < rounds; round++) {
            to = crossings.get(Math.min(crossings.size() - 1, due * (round + 2)));
            long start = System.nanoTime();
            engine.advance(to);
            if (round >= 0) nanos[round] = System.nanoTime() - start;
        }
        Set<Finding> standing =
                engine.deviations().stream().map(NormaJudging::finding).collect(Collectors.toSet());
        engine.close();
        if (!standing.equals(Set.copyOf(new LoopJudging(firm.deals(), standard, to).judge())))
            throw new IllegalStateException("after time has passed, what stands is not what a loop finds");
        return nanos;
    }

    /** The moments after now at which a deal crosses a limit, in order. */
    private static List<Long> crossings(Firm firm, Standard standard) {
        List<Long> moments = new ArrayList<>();
        for (DealRow deal : firm.deals())
            for (Rule rule : standard.rules()) {
                Metric metric = rule.metric();
                double value = metric.value(deal, Firm.NOW);
                if (!metric.isTime() || Double.isNaN(value) || !rule.condition().holds(deal)) continue;
                Limits limits = rule.limits(deal.stage(), deal.segment());
                double left = metric.isAhead() ? value - limits.warn() : limits.warn() - value;
                if (left >= 0) moments.add(Firm.NOW + (long) (left * Firm.DAY) + 1);
            }
        return moments.stream().sorted().toList();
    }
}
