package norma.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judging all deals of a firm by one standard. */
final class JudgeBenchmark {

    private JudgeBenchmark() {}

    static void run(Table table, Size size) throws Exception {
        Firm firm = Firm.generated(size.seed(), size.deals(), size.sellers());
        Standard standard = Standard.of(size.rules(), 0.003);
        Path csv = csv(firm);
        Map<String, Judging> contenders = new LinkedHashMap<>();
        NormaJudging norma = new NormaJudging(firm, standard);
        contenders.put("Norma", norma);
        contenders.put("DuckDB, rows fetched", new DuckDb(csv, standard));
        Postgres.started(csv, standard).ifPresent(postgres -> contenders.put("PostgreSQL, rows fetched", postgres));
        contenders.put("Evrete 4.0.3", new EvreteJudging(firm, standard));
        contenders.put("DRL text with a clock fact", new DrlJudging(firm, standard));
        contenders.put("a plain loop", new LoopJudging(firm, standard));
        try {
            table.add(
                    "judge %,d deals by %d norms".formatted(size.deals(), size.rules()),
                    raced(contenders, norma, size));
        } finally {
            for (Judging contender : contenders.values()) contender.close();
        }
    }

    private static List<Contest.Timing> raced(Map<String, Judging> contenders, NormaJudging norma, Size size)
            throws Exception {
        Contest contest = new Contest();
        Map<String, List<Finding>> answers = new LinkedHashMap<>();
        contenders.forEach((name, contender) -> contest.with(name, () -> answers.put(name, contender.judge())));
        return contest.after(() -> {
                    compare(answers);
                    norma.forget();
                })
                .run(size.warmups(), size.rounds());
    }

    /** What is not the same as the answer of the first is an error: then no table is worth anything. */
    static void compare(Map<String, List<Finding>> answers) {
        var first = answers.entrySet().iterator().next();
        Set<Finding> expected = Set.copyOf(first.getValue());
        answers.forEach((name, found) -> {
            Set<Finding> other = Set.copyOf(found);
            if (found.size() == other.size() && other.equals(expected)) return;
            Set<Finding> missing = new HashSet<>(expected);
            missing.removeAll(other);
            Set<Finding> more = new HashSet<>(other);
            more.removeAll(expected);
            throw new IllegalStateException("%s found %d, %s %d; only the one %s, only the other %s"
                    .formatted(first.getKey(), expected.size(), name, found.size(), some(missing), some(more)));
        });
    }

    private static List<Finding> some(Set<Finding> findings) {
        return findings.stream().limit(3).toList();
    }

    static Path csv(Firm firm) throws Exception {
        Path csv = Files.createTempFile("deals", ".csv");
        csv.toFile().deleteOnExit();
        firm.writeCsv(csv);
        return csv;
    }
}
