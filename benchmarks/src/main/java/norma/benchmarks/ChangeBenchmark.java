package norma.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import norma.Engine;
import norma.benchmarks.Contest.Timing;
import norma.fact.Change;
import norma.fact.Deal;
import org.evrete.api.FactHandle;
import org.evrete.api.StatefulSession;

/** One deal of many changes its stage and amount: what deviates now has to be known. SQL can only ask again. */
final class ChangeBenchmark {

    private static final int WARMUPS = 20_000;

    private ChangeBenchmark() {}

    static void run(Table table, Size size) throws Exception {
        Firm firm = Firm.generated(size.seed(), size.deals(), size.sellers());
        Standard standard = Standard.of(size.rules(), 0.003);
        int changes = Math.min(size.deals() / 2, 10_000);
        List<DealRow> changed = changed(firm, changes + Math.min(size.deals() / 4, WARMUPS));
        int warmups = changed.size() - changes;
        List<Timing> timings = new ArrayList<>();
        timings.add(norma(firm, standard, changed, warmups));
        timings.add(evrete(firm, standard, changed, Math.max(0, changed.size() - 2_000)));
        Path csv = JudgeBenchmark.csv(firm);
        Contest again = new Contest();
        DuckDb duck = new DuckDb(csv, standard);
        again.with("DuckDB, asked again", duck::judge);
        var postgres = Postgres.started(csv, standard);
        postgres.ifPresent(server -> again.with("PostgreSQL, asked again", server::judge));
        timings.addAll(again.run(size.warmups(), size.rounds()));
        duck.close();
        if (postgres.isPresent()) postgres.get().close();
        table.add("one deal of %,d changes".formatted(size.deals()), timings);
    }

    /** Open deals in their next state, each deal once. */
    private static List<DealRow> changed(Firm firm, int count) {
        Random random = new Random(2);
        List<DealRow> open =
                new ArrayList<>(firm.deals().stream().filter(DealRow::isOpen).toList());
        java.util.Collections.shuffle(open, random);
        return open.stream()
                .limit(count)
                .map(deal -> deal.with(
                        Firm.STAGES.get(random.nextInt(Firm.STAGES.size())),
                        Math.round(deal.amount() * (0.5 + random.nextDouble()) / 100) * 100,
                        Firm.NOW))
                .toList();
    }

    private static Timing norma(Firm firm, Standard standard, List<DealRow> changed, int warmups) {
        Engine engine = NormaJudging.engine(standard.read());
        firm.changes(engine::apply);
        long[] nanos = new long[changed.size() - warmups];
        for (int i = 0; i < changed.size(); i++) {
            DealRow deal = changed.get(i);
            Map<String, Object> set = new HashMap<>();
            set.put("stage", deal.stage());
            set.put("amount", deal.amount());
            Change change = new Change(Deal.TYPE, deal.id(), Firm.NOW, set);
            long start = System.nanoTime();
            engine.apply(List.of(change));
            if (i >= warmups) nanos[i - warmups] = System.nanoTime() - start;
        }
        Set<Finding> standing =
                engine.deviations().stream().map(NormaJudging::finding).collect(Collectors.toSet());
        engine.close();
        require(standing, new HashSet<>(new LoopJudging(now(firm, changed), standard, Firm.NOW).judge()));
        return Timing.withTail("Norma", nanos);
    }

    private static List<DealRow> now(Firm firm, List<DealRow> changed) {
        Map<String, DealRow> rows = new LinkedHashMap<>();
        firm.deals().forEach(deal -> rows.put(deal.id(), deal));
        changed.forEach(deal -> rows.put(deal.id(), deal));
        return List.copyOf(rows.values());
    }

    private static Timing evrete(Firm firm, Standard standard, List<DealRow> changed, int first) {
        EvreteJudging evrete = new EvreteJudging(firm, standard);
        StatefulSession session = evrete.session();
        Map<String, FactHandle> handles = new HashMap<>();
        firm.deals().forEach(deal -> handles.put(deal.id(), session.insert(deal)));
        session.fire();
        evrete.take();
        List<DealRow> last = changed.subList(first, changed.size());
        long[] nanos = new long[last.size()];
        for (int i = 0; i < last.size(); i++) {
            FactHandle handle =
                    java.util.Objects.requireNonNull(handles.get(last.get(i).id()));
            long start = System.nanoTime();
            session.update(handle, last.get(i));
            session.fire();
            nanos[i] = System.nanoTime() - start;
        }
        require(Set.copyOf(evrete.take()), Set.copyOf(new LoopJudging(last, standard, Firm.NOW).judge()));
        evrete.close();
        return Timing.withTail("Evrete 4.0.3, update and fire", nanos);
    }

    private static void require(Set<Finding> found, Set<Finding> expected) {
        if (!found.equals(expected))
            throw new IllegalStateException("found %d, expected %d".formatted(found.size(), expected.size()));
    }
}
