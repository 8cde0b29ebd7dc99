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
 * again. The others take the same changes in the same order, each deal once, and those before the first that counts warm up. They
 * do it in turns, in every round with a company that is new: all changes at a time, or so many. Java goes on compiling for some
 * hundred thousand changes, so that there have to be rounds that are not counted.
 */
final class ChangeBenchmark {

    private static final int WARMUPS = 40_000;
    private static final int COUNTED = 10_000;

    /** A turn in which a contender takes all of them. */
    static final int ALL = Integer.MAX_VALUE;

    private final Table table;
    private final Size size;
    private final Firm firm;
    private final Standard standard;
    private final List<DealRow> changed;
    private final int warmups;
    private final int turn;

    private ChangeBenchmark(Table table, Size size, int turn) {
        this.table = table;
        this.size = size;
        this.turn = turn;
        firm = Firm.generated(size.seed(), size.deals(), size.sellers());
        standard = Standard.of(size.rules(), 0.003);
        int counted = Math.min(size.deals() / 4, COUNTED);
        changed = changed(firm, counted + Math.min(size.deals() * 2 / 5, WARMUPS));
        warmups = changed.size() - counted;
    }

    /** @param turn how many changes a contender takes before the next one has its turn */
    static void run(Table table, Size size, int turn) throws Exception {
        ChangeBenchmark benchmark = new ChangeBenchmark(table, size, turn);
        benchmark.run("one deal of %,d changes, %d norms".formatted(size.deals(), size.rules()), List.of());
        benchmark.run(
                "one deal of %,d changes, %d norms and %d KPI".formatted(size.deals(), size.rules(), size.kpis()),
                Indicator.several(size.kpis()));
    }

    /** What a contender knows when all has changed. */
    private record Answer(List<Finding> findings, Measuring.Answer figures) {}

    /** Holds the company in a way of its own. */
    private interface Contender {

        String name();

        /** What is to be done when a deal has become this; the deal is told by its id, and found within the time. */
        Runnable change(DealRow deal);

        /** Everything has changed. */
        void end();
    }

    private void run(String work, List<Indicator> indicators) throws Exception {
        Map<String, Answer> answers = new LinkedHashMap<>();
        List<Supplier<Contender>> contenders = new ArrayList<>();
        contenders.add(() -> new Norma(indicators, answers));
        if (indicators.isEmpty()) {
            contenders.add(Facts::new);
            contenders.add(Evrete::new);
            contenders.add(() -> new Loop(answers));
        }
        List<Timing> timings = timed(contenders);
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

    /** The time of each change that counts, of all rounds that count, by contender. */
    private List<Timing> timed(List<Supplier<Contender>> contenders) {
        int counted = changed.size() - warmups;
        String[] names = new String[contenders.size()];
        long[][] nanos = new long[contenders.size()][counted * size.rounds()];
        for (int round = -size.warmups(); round < size.rounds(); round++) {
            List<Contender> fresh = contenders.stream().map(Supplier::get).toList();
            System.gc();
            int first = Math.max(0, round) * counted - warmups;
            for (int from = 0; from < changed.size(); from += Math.min(turn, changed.size())) {
                int to = from + Math.min(turn, changed.size() - from);
                for (int i = 0; i < nanos.length; i++) timed(fresh.get(i), from, to, nanos[i], first);
            }
            for (int i = 0; i < names.length; i++) names[i] = fresh.get(i).name();
            fresh.forEach(Contender::end);
        }
        List<Timing> timings = new ArrayList<>();
        for (int i = 0; i < names.length; i++) timings.add(Timing.withTail(names[i], nanos[i]));
        return timings;
    }

    /** @param first where the time of the first change of all would be, if it counted */
    private void timed(Contender contender, int from, int to, long[] nanos, int first) {
        for (int i = from; i < to; i++) {
            Runnable change = contender.change(changed.get(i));
            long start = System.nanoTime();
            change.run();
            if (i >= warmups) nanos[first + i] = System.nanoTime() - start;
        }
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

    private Engine engine(Standards standards) {
        Engine engine = Engine.at(Firm.NOW, standards, DrlRules.none(), new Threads());
        firm.changes(engine::apply);
        return engine;
    }

    private static Runnable applied(Engine engine, DealRow deal) {
        Map<String, Object> set = new HashMap<>();
        set.put("stage", deal.stage());
        set.put("amount", deal.amount());
        Change change = new Change(Deal.TYPE, deal.id(), Firm.NOW, set);
        return () -> engine.apply(List.of(change));
    }

    private final class Norma implements Contender {

        private final List<Indicator> indicators;
        private final Map<String, Answer> answers;
        private final Engine engine;

        Norma(List<Indicator> indicators, Map<String, Answer> answers) {
            this.indicators = indicators;
            this.answers = answers;
            engine = engine(standard.with(indicators));
        }

        @Override
        public String name() {
            return "Norma";
        }

        @Override
        public Runnable change(DealRow deal) {
            return applied(engine, deal);
        }

        @Override
        public void end() {
            List<Finding> standing =
                    engine.deviations().stream().map(NormaJudging::finding).toList();
            Map<Figure, Double> figures = indicators.isEmpty() ? Map.of() : NormaMeasuring.figures(engine.readings());
            answers.put(name(), new Answer(standing, () -> figures));
            engine.close();
        }
    }

    /** What it takes to keep the facts, though nothing is asked of them. */
    private final class Facts implements Contender {

        private final Engine engine = engine(new Standard(List.of()).read());

        @Override
        public String name() {
            return "Norma without a norm";
        }

        @Override
        public Runnable change(DealRow deal) {
            return applied(engine, deal);
        }

        @Override
        public void end() {
            engine.close();
        }
    }

    /** What each deal is now and what was found of it, and nothing else: less can nobody do who keeps both. */
    private final class Loop implements Contender {

        private final Map<String, Answer> answers;
        private final LoopJudging judging = new LoopJudging(List.of(), standard, Firm.NOW);
        private final Map<String, DealRow> deals = new HashMap<>();
        private final Map<String, List<Finding>> found = new HashMap<>();

        Loop(Map<String, Answer> answers) {
            this.answers = answers;
            firm.deals().forEach(this::judge);
        }

        @Override
        public String name() {
            return "a plain loop over the norms";
        }

        @Override
        public Runnable change(DealRow deal) {
            return () -> judge(deal);
        }

        private void judge(DealRow deal) {
            List<Finding> ofDeal = new ArrayList<>(1);
            judging.judge(deal, ofDeal);
            deals.put(deal.id(), deal);
            if (ofDeal.isEmpty()) found.remove(deal.id());
            else found.put(deal.id(), ofDeal);
        }

        @Override
        public void end() {
            answers.put(
                    name(),
                    new Answer(found.values().stream().flatMap(List::stream).toList(), Map::of));
        }
    }

    private final class Evrete implements Contender {

        private final EvreteJudging evrete = new EvreteJudging(firm, standard);
        private final StatefulSession session = evrete.session();
        private final Map<String, FactHandle> handles = new HashMap<>();

        Evrete() {
            firm.deals().forEach(deal -> handles.put(deal.id(), session.insert(deal)));
            session.fire();
            evrete.take();
        }

        @Override
        public String name() {
            return "Evrete 4.0.3, update and fire";
        }

        @Override
        public Runnable change(DealRow deal) {
            return () -> {
                session.update(Objects.requireNonNull(handles.get(deal.id())), deal);
                session.fire();
            };
        }

        /** It tells what is found of the deals that have changed, not of the others. */
        @Override
        public void end() {
            JudgeBenchmark.compare(Map.of(
                    name(), evrete.take(), "a plain loop", new LoopJudging(firm.with(changed), standard).judge()));
            evrete.close();
        }
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
