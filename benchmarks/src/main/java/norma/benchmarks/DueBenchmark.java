package norma.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.benchmarks.Standard.Limits;
import norma.benchmarks.Standard.Rule;

/** Time passes until a thousand deals have crossed a limit, while few or many deviations stand already. */
final class DueBenchmark {

    private static final int DUE = 1_000;

    private DueBenchmark() {}

    /** @param standing how many deviations stand, about: a part of the work for each */
    static void run(Table table, Size size, List<Integer> standing) throws Exception {
        Firm firm = Firm.generated(size.seed(), size.deals(), size.sellers());
        Path csv = JudgeBenchmark.csv(firm);
        for (int wanted : standing) {
            Standard standard = Standard.standing(firm, size.rules(), wanted);
            Map<String, Passing> contenders = new LinkedHashMap<>();
            contenders.put("Norma", new NormaPassing(firm, standard));
            DuckDb duckDb = new DuckDb(csv, standard);
            contenders.put("DuckDB, asked again", new SqlPassing(duckDb.connection(), standard));
            Optional<Postgres> postgres = Postgres.started(csv, standard);
            postgres.ifPresent(started ->
                    contenders.put("PostgreSQL, asked again", new SqlPassing(started.connection(), standard)));
            contenders.put("DRL text, its clock fact updated", new DrlPassing(firm, standard));
            int stand = new LoopJudging(firm, standard).judge().size();
            try {
                table.add(
                        "%,d of %,d deals become due, %,d deviations stand".formatted(due(firm), size.deals(), stand),
                        raced(firm, standard, contenders, size));
            } finally {
                for (Passing contender : contenders.values()) contender.close();
                duckDb.close();
                if (postgres.isPresent()) postgres.get().close();
            }
        }
    }

    private static int due(Firm firm) {
        return Math.min(DUE, firm.deals().size() / 20);
    }

    private static List<Contest.Timing> raced(Firm firm, Standard standard, Map<String, Passing> contenders, Size size)
            throws Exception {
        List<Long> crossings = crossings(firm, standard);
        Contest contest = new Contest();
        long[] to = {0, 0}; // the round, and its moment
        Contest.Round next = () -> {
            to[0]++;
            to[1] = crossings.get((int) Math.min(crossings.size() - 1, due(firm) * to[0]));
            for (Passing contender : contenders.values()) contender.prepare(to[1]);
        };
        next.end();
        contenders.forEach((name, contender) -> contest.with(name, () -> {
            contender.pass(to[1]);
            return contender;
        }));
        return contest.after(() -> {
                    Set<Finding> expected = Set.copyOf(new LoopJudging(firm.deals(), standard, to[1]).judge());
                    contenders.forEach((name, contender) -> {
                        if (!Set.copyOf(contender.standing()).equals(expected))
                            throw new IllegalStateException(
                                    name + ": after time has passed, what stands is not what a loop finds");
                    });
                    next.end();
                })
                .run(size.warmups(), size.rounds());
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
