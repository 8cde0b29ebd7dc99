package norma.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import norma.benchmarks.Contest.Timing;
import norma.fact.Change;
import norma.fact.Deal;
import norma.standard.Standards;

/** The service under load, over real HTTP: facts in, events out, listeners, memory, and a start with a full journal. */
final class LoadBenchmark {

    private static final int CLIENTS = 8;
    private static final int LISTENERS = 500;
    private static final int SILENT = 50;

    private final Table table;
    private final Size size;
    private final int requests;
    private final int batches;
    private final Firm firm;
    private final Standard standard;
    private final Standards standards;
    private final Clock clock = LoadedService.clock();
    private final Random random = new Random(3);
    private boolean stages = true;

    private LoadBenchmark(Table table, Size size, int requests, int batches) {
        this.table = table;
        this.size = size;
        this.requests = requests;
        this.batches = batches;
        this.firm = Firm.generated(size.seed(), size.deals(), size.sellers());
        this.standard = Standard.of(size.rules(), 0.003);
        this.standards = standard.read();
    }

    /**
     * @param requests how many of one fact are sent, each time
     * @param batches how many of a hundred facts
     */
    static void run(Table table, Size size, int requests, int batches) throws Exception {
        Path folder = Files.createTempDirectory("load");
        try {
            new LoadBenchmark(table, size, requests, batches).run("jdbc:sqlite:" + folder.resolve("norma.db"));
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private void run(String url) throws Exception {
        try (LoadedService norma = LoadedService.started(url, standards, clock)) {
            norma.fill(firm);
            sendAll(norma, requests / 4, 1, id -> {});
            double alone = rate(norma, 1);
            double many = rate(norma, 100);
            row("facts acknowledged and durable, one a request, %d clients".formatted(CLIENTS), perSecond(alone));
            row("facts acknowledged and durable, 100 a request, %d clients".formatted(CLIENTS), perSecond(many));
            scheduledSql();
            latency("one listener", norma, 1, 0);
            latency(LISTENERS + " listeners, " + SILENT + " of which never read", norma, LISTENERS - SILENT, SILENT);
            memory(norma);
        }
        long start = System.nanoTime();
        LoadedService again = LoadedService.started(url, standards, clock);
        long ready = System.nanoTime() - start;
        row("start to ready, %,d changes in the journal".formatted(again.journal()), Table.time(ready));
        again.close();
    }

    /** Facts a second. */
    private double rate(LoadedService norma, int together) throws Exception {
        long before = norma.journal();
        long start = System.nanoTime();
        long sent = sendAll(norma, together == 1 ? requests : batches, together, id -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        if (norma.journal() - before != sent)
            throw new IllegalStateException((norma.journal() - before) + " facts are kept, and " + sent + " were sent");
        return sent / seconds;
    }

    /** Amounts only: a stage that is entered is a visit more, and is meant to stay. */
    private void memory(LoadedService norma) throws Exception {
        stages = false;
        sendAll(norma, batches / 4, 100, id -> {});
        long before = used();
        long sent = sendAll(norma, batches, 100, id -> {});
        row(
                "heap after collection, before and after %,d changes of amounts".formatted(sent),
                megabytes(before) + ", " + megabytes(used()));
    }

    private void latency(String with, LoadedService norma, int reading, int silent) throws Exception {
        Map<String, Long> answered = new ConcurrentHashMap<>();
        try (EventListeners listeners = new EventListeners(norma.port(), reading, silent)) {
            long start = System.nanoTime();
            long sent = sendAll(norma, requests, 1, id -> answered.put(id, System.nanoTime()));
            double seconds = (System.nanoTime() - start) / 1e9;
            quiet(listeners);
            long[] late = listeners.heard().entrySet().stream()
                    .filter(each -> answered.containsKey(each.getKey()))
                    .mapToLong(each -> Math.max(0, each.getValue() - answered.getOrDefault(each.getKey(), 0L)))
                    .sorted()
                    .toArray();
            if (late.length == 0) throw new IllegalStateException("nothing was heard");
            row("facts acknowledged, one a request, " + with, perSecond(sent / seconds));
            row(
                    "from the answer to the event, " + with + ", %,d events".formatted(late.length),
                    Table.time(late[late.length / 2]) + ", 99 % within "
                            + Table.time(late[(int) (late.length * 0.99)]));
        }
    }

    /** Until nothing more is heard for a second. */
    private static void quiet(EventListeners listeners) throws InterruptedException {
        long heard = -1;
        while (heard != listeners.events()) {
            heard = listeners.events();
            Thread.sleep(1_000);
        }
    }

    /**
     * @param answered is told the first deal of each request when its answer has come
     * @return how many facts
     */
    private long sendAll(LoadedService norma, int requests, int together, Consumer<String> answered) throws Exception {
        List<List<Change>> bodies = bodies(requests, together);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int first = client;
                work.add(() -> {
                    for (int i = first; i < bodies.size(); i += CLIENTS) {
                        norma.take(bodies.get(i));
                        answered.accept(bodies.get(i).get(0).id());
                    }
                    return null;
                });
            }
            for (Future<Void> done : clients.invokeAll(work)) done.get();
        } finally {
            clients.shutdown();
        }
        return (long) requests * together;
    }

    /** Open deals in their next state; within one call each deal once, where there are enough. */
    private List<List<Change>> bodies(int requests, int together) {
        List<DealRow> open =
                new ArrayList<>(firm.deals().stream().filter(DealRow::isOpen).toList());
        Collections.shuffle(open, random);
        List<List<Change>> bodies = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < requests; i++) {
            List<Change> body = new ArrayList<>();
            for (int k = 0; k < together; k++) body.add(changed(open.get(next++ % open.size())));
            bodies.add(body);
        }
        return bodies;
    }

    private Change changed(DealRow deal) {
        Map<String, Object> set = new HashMap<>();
        set.put("stage", stages ? Firm.STAGES.get(random.nextInt(Firm.STAGES.size())) : deal.stage());
        set.put("amount", Math.round(deal.amount() * (0.5 + random.nextDouble()) / 100) * 100);
        return new Change(Deal.TYPE, deal.id(), Firm.NOW, set);
    }

    /** The same facts into a durable PostgreSQL, and the norms as a query that somebody has to schedule. */
    private void scheduledSql() throws Exception {
        Path csv = JudgeBenchmark.csv(firm);
        var started = Postgres.durable(csv, standard);
        if (started.isEmpty()) return;
        Postgres postgres = started.get();
        try {
            for (int together : new int[] {1, 100}) {
                List<List<Change>> bodies = bodies(together == 1 ? requests : batches, together);
                long start = System.nanoTime();
                postgres.update(bodies, CLIENTS);
                double seconds = (System.nanoTime() - start) / 1e9;
                row(
                        "the same facts committed by PostgreSQL, %d a transaction, %d connections"
                                .formatted(together, CLIENTS),
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
