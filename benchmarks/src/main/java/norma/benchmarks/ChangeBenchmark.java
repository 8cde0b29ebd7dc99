package norma.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import norma.Engine;
import norma.benchmarks.Contest.Timing;
import norma.fact.Change;
import norma.fact.Deal;
import norma.judge.DrlRules;
import norma.server.live.Threads;
import norma.standard.Standards;
import org.evrete.api.FactHandle;
import org.evrete.api.StatefulSession;

/**
 * One deal of many changes its stage and amount: what deviates now, and what every KPI is, has to be known. SQL can only ask
 * again. The others take the same changes in the same order, each deal once, and those before the first that counts warm up. All
 * of this they rehearse with a company of their own, since Java goes on compiling for some hundred thousand changes.
 */
final class ChangeBenchmark {

    private static final int WARMUPS = 40_000;
    private static final int COUNTED = 10_000;

    private static final String LOOP = "a plain loop over the norms";

    private final Table table;
    private final Size size;
    private final Firm firm;
    private final Standard standard;
    private final List<DealRow> changed;
    private final int warmups;

    private ChangeBenchmark(Table table, Size size) {
        this.table = table;
        this.size = size;
        firm = Firm.generated(size.seed(), size.deals(), size.sellers());
        standard = Standard.of(size.rules(), 0.003);
        int counted = Math.min(size.deals() / 4, COUNTED);
        changed = changed(firm, counted + Math.min(size.deals() * 2 / 5, WARMUPS));
        warmups = changed.size() - counted;
    }

    static void run(Table table, Size size) throws Exception {
        ChangeBenchmark benchmark = new ChangeBenchmark(table, size);
        benchmark.run("one deal of %,d changes, %d norms".formatted(size.deals(), size.rules()), List.of());
        benchmark.run(
                "one deal of %,d changes, %d norms and %d KPI".formatted(size.deals(), size.rules(), size.kpis()),
                Indicator.several(size.kpis()));
    }

    /** What a contender knows when all has changed. */
    private record Answer(List<Finding> findings, Measuring.Answer figures) {}

    private void run(String work, List<Indicator> indicators) throws Exception {
        Map<String, Answer> answers = new LinkedHashMap<>();
        List<Timing> timings = new ArrayList<>();
        timings.add(rehearsed(() -> norma(indicators, answers)));
        if (indicators.isEmpty()) {
            timings.add(rehearsed(this::facts));
            timings.add(rehearsed(this::evrete));
            timings.add(rehearsed(() -> loop(answers)));
        }
        timings.addAll(sql(indicators, answers));
        table.add(work, timings);
        Map<String, List<Finding>> findings = new LinkedHashMap<>();
        Map<String, Measuring.Answer> figures = new LinkedHashMap<>();
        findings.put("a plain loop", new LoopJudging(after(changed), standard).judge());
        answers.forEach((name, answer) -> {
            findings.put(name, answer.findings);
            figures.put(name, answer.figures);
        });
        JudgeBenchmark.compare(findings);
        MeasureBenchmark.compare(figures, indicators);
    }

    /** As often as there are rounds that are not counted. */
    private Timing rehearsed(Supplier<Timing> contender) {
        Timing last = contender.get();
        for (int i = 0; i < size.warmups(); i++) last = contender.get();
        return last;
    }

    /** Open deals in their next state, each deal once. */
    private static List<DealRow> changed(Firm firm, int count) {
        Random random = new Random(2);
        List<DealRow> open =
                new ArrayList<>(firm.deals().stream().filter(DealRow::isOpen).toList());
        Collections.shuffle(open, random);
        return open.stream()
                .limit(count)
                .map(deal -> deal.with(
                        Firm.STAGES.get(random.nextInt(Firm.STAGES.size())),
                        Math.round(deal.amount() * (0.5 + random.nextDouble()) / 100) * 100,
                        Firm.NOW))
                .toList();
    }

    /** The company when these deals have changed. */
    private Firm after(List<DealRow> some) {
        Map<String, DealRow> rows = new LinkedHashMap<>();
        firm.deals().forEach(deal -> rows.put(deal.id(), deal));
        some.forEach(deal -> rows.put(deal.id(), deal));
        return firm.with(List.copyOf(rows.values()));
    }

    private Timing norma(List<Indicator> indicators, Map<String, Answer> answers) {
        Engine engine = engine(standard.with(indicators));
        long[] nanos = changes(engine);
        List<Finding> standing =
                engine.deviations().stream().map(NormaJudging::finding).toList();
        Map<Figure, Double> figures = indicators.isEmpty() ? Map.of() : NormaMeasuring.figures(engine.readings());
        answers.put("Norma", new Answer(standing, () -> figures));
        engine.close();
        return Timing.withTail("Norma", nanos);
    }

    /** What it takes to keep the facts, though nothing is asked of them. */
    private Timing facts() {
        Engine engine = engine(new Standard(List.of()).read());
        long[] nanos = changes(engine);
        engine.close();
        return Timing.withTail("Norma without a norm", nanos);
    }

    private Engine engine(Standards standards) {
        Engine engine = Engine.at(Firm.NOW, standards, DrlRules.none(), new Threads());
        firm.changes(engine::apply);
        return engine;
    }

    private long[] changes(Engine engine) {
        return timed(deal -> {
            Map<String, Object> set = new HashMap<>();
            set.put("stage", deal.stage());
            set.put("amount", deal.amount());
            Change change = new Change(Deal.TYPE, deal.id(), Firm.NOW, set);
            return () -> engine.apply(List.of(change));
        });
    }

    /**
     * The time of each change that counts, in nanoseconds. What a change is of is told by its id, and found within the time.
     *
     * @param work what is to be done when a deal has become this
     */
    private long[] timed(Function<DealRow, Runnable> work) {
        System.gc();
        long[] nanos = new long[changed.size() - warmups];
        for (int i = 0; i < changed.size(); i++) {
            Runnable change = work.apply(changed.get(i));
            long start = System.nanoTime();
            change.run();
            if (i >= warmups) nanos[i - warmups] = System.nanoTime() - start;
        }
        return nanos;
    }

    /** What this deal is now and what was found of it, and nothing else: less can nobody do who keeps both. */
    private Timing loop(Map<String, Answer> answers) {
        LoopJudging judging = new LoopJudging(List.of(), standard, Firm.NOW);
        Map<String, DealRow> deals = new HashMap<>();
        Map<String, List<Finding>> found = new HashMap<>();
        for (DealRow deal : firm.deals()) judge(deal, judging, deals, found);
        long[] nanos = timed(deal -> () -> judge(deal, judging, deals, found));
        List<Finding> all = found.values().stream().flatMap(List::stream).toList();
        answers.put(LOOP, new Answer(all, Map::of));
        return Timing.withTail(LOOP, nanos);
    }

    private static void judge(
            DealRow deal, LoopJudging judging, Map<String, DealRow> deals, Map<String, List<Finding>> found) {
        List<Finding> ofDeal = new ArrayList<>(1);
        judging.judge(deal, ofDeal);
        deals.put(deal.id(), deal);
        if (ofDeal.isEmpty()) found.remove(deal.id());
        else found.put(deal.id(), ofDeal);
    }

    private Timing evrete() {
        EvreteJudging evrete = new EvreteJudging(firm, standard);
        StatefulSession session = evrete.session();
        Map<String, FactHandle> handles = new HashMap<>();
        firm.deals().forEach(deal -> handles.put(deal.id(), session.insert(deal)));
        session.fire();
        evrete.take();
        long[] nanos = timed(deal -> () -> {
            session.update(Objects.requireNonNull(handles.get(deal.id())), deal);
            session.fire();
        });
        JudgeBenchmark.compare(
                Map.of("Evrete", evrete.take(), "a plain loop", new LoopJudging(firm.with(changed), standard).judge()));
        evrete.close();
        return Timing.withTail("Evrete 4.0.3, update and fire", nanos);
    }

    /** All but a few changes are in the tables; of those one comes before each question. */
    private List<Timing> sql(List<Indicator> indicators, Map<String, Answer> answers) throws Exception {
        int few = Math.min(changed.size(), size.warmups() + size.rounds());
        List<DealRow> last = changed.subList(changed.size() - few, changed.size());
        Path csv = JudgeBenchmark.csv(after(changed.subList(0, changed.size() - few)));
        DuckDb duckDb = new DuckDb(csv, standard);
        Optional<Postgres> postgres = Postgres.started(csv, standard);
        try {
            Contest contest = new Contest();
            int[] round = {0};
            Asked duck = new Asked(duckDb.connection(), duckDb, MeasureSql.Dialect.DUCKDB, indicators);
            contest.with(
                    "DuckDB, updated and asked again", () -> answers.put("DuckDB", duck.after(last.get(round[0]))));
            if (postgres.isPresent()) {
                Asked other = new Asked(
                        postgres.get().connection(), postgres.get(), MeasureSql.Dialect.POSTGRESQL, indicators);
                contest.with(
                        "PostgreSQL, updated and asked again",
                        () -> answers.put("PostgreSQL", other.after(last.get(round[0]))));
            }
            return contest.after(() -> round[0]++)
                    .run(few - Math.min(few, size.rounds()), Math.min(few, size.rounds()));
        } finally {
            duckDb.close();
            if (postgres.isPresent()) postgres.get().close();
        }
    }

    /** A database in which one deal changes, and that is asked about all of them then. */
    private static final class Asked {

        private final PreparedStatement update;
        private final Judging judging;
        private final MeasureSql measuring;

        Asked(Connection connection, Judging judging, MeasureSql.Dialect dialect, List<Indicator> indicators)
                throws SQLException {
            this.judging = judging;
            measuring = new MeasureSql(connection, dialect, indicators);
            update = connection.prepareStatement(
                    "UPDATE deals SET stage = ?, amount = ?, stage_entered_at = ? WHERE id = ?");
        }

        Answer after(DealRow deal) throws Exception {
            update.setString(1, deal.stage());
            update.setLong(2, deal.amount());
            update.setLong(3, deal.stageEnteredAt());
            update.setString(4, deal.id());
            if (update.executeUpdate() != 1) throw new IllegalStateException("no deal " + deal.id());
            return new Answer(judging.judge(), measuring.measure());
        }
    }
}
