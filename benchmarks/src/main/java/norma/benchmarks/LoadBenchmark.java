package norma.benchmarks;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import norma.benchmarks.Contest.Timing;
import norma.fact.Change;
import norma.standard.Standards;

/** The service under load, over real HTTP: facts in, events out, listeners, memory, and a start with a full journal. */
final class LoadBenchmark {

    private static final int LISTENERS = 500;
    private static final int SILENT = 50;
    private static final int PAIRS = 2;

    private final Table table;
    private final Size size;
    private final int requests;
    private final int batches;
    private final Firm firm;
    private final Standard standard;
    private final Standards standards;
    private final Traffic traffic;
    private final Clock clock = LoadedService.clock();

    private LoadBenchmark(Table table, Size size, int requests, int batches) {
        this.table = table;
        this.size = size;
        this.requests = requests;
        this.batches = batches;
        this.firm = Firm.generated(size.seed(), size.deals(), size.sellers());
        this.standard = Standard.of(size.rules(), 0.003);
        this.standards = standard.read();
        this.traffic = new Traffic(firm, requests);
    }

    /**
     * @param requests how many of one fact are sent, each time
     * @param batches how many of a hundred facts
     * @param stores one after another: {@code sqlite}, {@code postgres}
     */
    static void run(Table table, Size size, int requests, int batches, List<String> stores) throws Exception {
        LoadBenchmark load = new LoadBenchmark(table, size, requests, batches);
        for (String name : stores) {
            try (LoadStore store = LoadStore.named(name)) {
                load.run(store);
            }
        }
        load.scheduledSql();
    }

    private void run(LoadStore store) throws Exception {
        try (LoadedService norma = LoadedService.started(store.url(), standards, clock)) {
            long began = System.nanoTime();
            norma.fill(firm);
            row(store, "filled in", Table.time(System.nanoTime() - began));
            String clients = ", %d clients".formatted(Traffic.CLIENTS);
            row(store, "facts acknowledged and durable, one a request, begun cold" + clients, rate(norma, 1));
            row(store, "facts acknowledged and durable, one a request" + clients, rate(norma, 1));
            row(store, "facts acknowledged and durable, 100 a request" + clients, rate(norma, 100));
            listen(store, norma);
            memory(store, norma);
        }
        start(store);
        new SavedDefinitions(standard, store.url()).run((work, figure) -> row(store, work, figure));
    }

    private String rate(LoadedService norma, int together) throws Exception {
        List<List<Change>> bodies = traffic.changes(together == 1 ? requests : batches, together);
        long before = norma.journal();
        long start = System.nanoTime();
        long sent = Traffic.send(norma, bodies);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (norma.journal() - before != sent)
            throw new IllegalStateException((norma.journal() - before) + " facts are kept, and " + sent + " were sent");
        return perSecond(sent / seconds);
    }

    private void memory(LoadStore store, LoadedService norma) throws Exception {
        Traffic.send(norma, traffic.amounts(batches / 4, 100));
        long before = used();
        long sent = Traffic.send(norma, traffic.amounts(batches, 100));
        row(
                store,
                "heap after collection, before and after %,d changes of amounts".formatted(sent),
                megabytes(before) + ", " + megabytes(used()));
    }

    /** What was seen with so many listeners, in all rounds. */
    private static final class Heard {

        private final List<Long> late = new ArrayList<>();
        private final List<Long> turns = new ArrayList<>();
        private long facts;
        private double seconds;
    }

    /** In turn with one listener and with many, so that both meet the same machine. */
    private void listen(LoadStore store, LoadedService norma) throws Exception {
        Heard alone = new Heard();
        Heard among = new Heard();
        for (int pair = 0; pair < PAIRS; pair++) {
            listen(norma, 1, 0, alone);
            listen(norma, LISTENERS - SILENT, SILENT, among);
        }
        rows(store, "one listener", alone);
        rows(store, LISTENERS + " listeners, " + SILENT + " of which never read", among);
    }

    private void listen(LoadedService norma, int reading, int silent, Heard heard) throws Exception {
        Traffic.send(norma, traffic.withdrawn());
        Map<String, Long> answered = new ConcurrentHashMap<>();
        List<List<Change>> bodies = traffic.heard(requests);
        try (EventListeners listeners =
                new EventListeners(norma.port(), reading, silent, traffic.passing()::contains)) {
            quiet(listeners);
            norma.turns();
            long start = System.nanoTime();
            heard.facts += Traffic.send(norma, bodies, id -> answered.put(id, System.nanoTime()));
            heard.seconds += (System.nanoTime() - start) / 1e9;
            heard.turns.addAll(norma.turns());
            quiet(listeners);
            listeners.heard().forEach((deal, at) -> {
                Long since = answered.get(deal);
                if (since != null) heard.late.add(Math.max(0, at - since));
            });
        }
    }

    private void rows(LoadStore store, String with, Heard heard) {
        if (heard.late.isEmpty()) throw new IllegalStateException("nothing was heard");
        row(store, "facts acknowledged, one a request, " + with, perSecond(heard.facts / heard.seconds));
        row(store, "a turn of the engine, from its first task to the commit, " + with, spread(heard.turns));
        row(
                store,
                "from the answer to the event, %s, %,d events".formatted(with, heard.late.size()),
                spread(heard.late));
    }

    private static String spread(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return Table.time(sorted.get(sorted.size() / 2)) + ", 99 % within "
                + Table.time(sorted.get((int) (sorted.size() * 0.99)));
    }

    /** Until nothing more is heard for a second. */
    private static void quiet(EventListeners listeners) throws InterruptedException {
        long heard = -1;
        while (heard != listeners.events()) {
            heard = listeners.events();
            Thread.sleep(1_000);
        }
    }

    private void start(LoadStore store) {
        long start = System.nanoTime();
        LoadedService again = LoadedService.started(store.url(), standards, clock);
        long ready = System.nanoTime() - start;
        row(store, "start to ready, %,d changes in the journal".formatted(again.journal()), Table.time(ready));
        again.close();
    }

    /** The same facts into a durable PostgreSQL, and the norms as a query that somebody has to schedule. */
    private void scheduledSql() throws Exception {
        Path csv = JudgeBenchmark.csv(firm);
        var started = Postgres.durable(csv, standard);
        if (started.isEmpty()) return;
        Postgres postgres = started.get();
        try {
            for (int together : new int[] {1, 100}) {
                List<List<Change>> bodies = traffic.changes(together == 1 ? requests : batches, together);
                long start = System.nanoTime();
                postgres.update(bodies, Traffic.CLIENTS);
                double seconds = (System.nanoTime() - start) / 1e9;
                row(
                        "the same facts committed by PostgreSQL, %d a transaction, %d connections"
                                .formatted(together, Traffic.CLIENTS),
                        perSecond(bodies.size() * (double) together / seconds));
            }
            List<Timing> asked =
                    new Contest().with("PostgreSQL", postgres::judge).run(1, size.rounds());
            row(
                    "the norms as one query of a schedule, PostgreSQL",
                    Table.time(asked.get(0).median()));
        } finally {
            postgres.close();
        }
    }

    private static String perSecond(double rate) {
        return String.format(Locale.ROOT, "%,.0f a second", rate);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    private void row(LoadStore store, String work, String figure) {
        row("on " + store.title() + ", " + work, figure);
    }

    private void row(String work, String figure) {
        table.add("| load, %,d deals: %s | | %s | | |%n".formatted(size.deals(), work, figure));
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        Runtime machine = Runtime.getRuntime();
        return machine.totalMemory() - machine.freeMemory();
    }
}
