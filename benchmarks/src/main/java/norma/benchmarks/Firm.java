package norma.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import norma.expression.Undefined;
import norma.fact.Change;
import norma.fact.Client;
import norma.fact.Employee;
import norma.fact.Team;

/**
 * A generated company: nobody and nothing in it is real. The same seed gives the same company.
 *
 * <p>Seven deals in ten are open. Sellers, stages and clients are skewed as Zipf has it, ages fall off exponentially, amounts are
 * log-normal in kopecks, and the deals of about 18 months are there.
 */
final class Firm {

    static final List<String> STAGES =
            List.of("lead", "qualification", "proposal", "negotiation", "contract", "delivery");
    static final List<String> SEGMENTS = List.of("smb", "corporate", "b2g", "key");
    static final List<String> KINDS = List.of("new", "repeat", "tender");
    static final List<String> CHANNELS = List.of("web", "partner", "call", "fair", "referral");
    static final long NOW = Instant.parse("2026-11-20T09:00:00Z").toEpochMilli();
    static final long DAY = 86_400_000L;

    private static final int DAYS_BACK = 540;
    private static final int BATCH = 10_000;

    private final List<DealRow> deals;
    private final int sellers;
    private final int teams;
    private final String[] segmentOfClient;

    private Firm(List<DealRow> deals, int sellers, int teams, String[] segmentOfClient) {
        this.deals = deals;
        this.sellers = sellers;
        this.teams = teams;
        this.segmentOfClient = segmentOfClient;
    }

    static Firm generated(long seed, int deals, int sellers) {
        Random random = new Random(seed);
        int teams = Math.max(1, sellers / 8);
        Zipf segments = new Zipf(SEGMENTS.size(), 1.2);
        String[] segmentOfClient = new String[Math.max(1, deals / 8)];
        for (int i = 0; i < segmentOfClient.length; i++) segmentOfClient[i] = SEGMENTS.get(segments.next(random));
        Names names = new Names(sellers, teams, segmentOfClient.length);
        Zipf owners = new Zipf(sellers, 0.7);
        Zipf stages = new Zipf(STAGES.size(), 0.8);
        List<DealRow> rows = new ArrayList<>(deals);
        for (int i = 0; i < deals; i++) {
            int client = (int) (segmentOfClient.length * Math.pow(random.nextDouble(), 1.5));
            int owner = owners.next(random);
            int stage = stages.next(random);
            String segment = segmentOfClient[client];
            rows.add(deal(i, names, client, segment, owner, stage, random));
        }
        return new Firm(rows, sellers, teams, segmentOfClient);
    }

    private static DealRow deal(int i, Names names, int client, String segment, int owner, int stage, Random random) {
        boolean open = random.nextDouble() < 0.7;
        long created = open
                ? NOW - Math.min(exponential(60, random), DAYS_BACK * DAY)
                : NOW - DAY - (long) (random.nextDouble() * (DAYS_BACK - 1) * DAY);
        long closed =
                open ? Undefined.LONG : created + (long) (random.nextDouble() * Math.min(NOW - created, 120 * DAY));
        long end = open ? NOW : closed;
        long entered = end - Math.min(exponential(12, random), end - created);
        long expected = random.nextDouble() < 0.8
                ? NOW + exponential(40, random)
                : Math.max(created, NOW - exponential(6, random));
        boolean planned = open && random.nextDouble() < 0.95;
        long next = random.nextDouble() < 0.85 ? NOW + exponential(5, random) : NOW - exponential(3, random);
        return new DealRow(
                "D" + (i + 1),
                names.clients[client],
                segment,
                names.sellers[owner],
                names.teams[owner % names.teams.length],
                STAGES.get(stage),
                open ? "open" : random.nextDouble() < 0.4 ? "won" : "lost",
                Math.round(Math.exp(11.5 + 1.3 * random.nextGaussian()) * 100) * 100,
                Math.max(1, Math.min(99, Math.round(15 + 14 * stage + 10 * random.nextGaussian()))) / 100.0,
                KINDS.get((int) (random.nextDouble() * random.nextDouble() * KINDS.size())),
                CHANNELS.get((int) (random.nextDouble() * CHANNELS.size())),
                created,
                entered,
                open ? expected : closed,
                closed,
                planned ? next : Undefined.LONG);
    }

    /** Whole seconds, so that every text of them is exact. */
    private static long exponential(double meanDays, Random random) {
        return 1_000L * (long) (-meanDays * 86_400 * Math.log(1 - random.nextDouble()));
    }

    List<DealRow> deals() {
        return deals;
    }

    /** The same company with other deals. */
    Firm with(List<DealRow> others) {
        return new Firm(others, sellers, teams, segmentOfClient);
    }

    /** The same company with some of its deals. */
    Firm with(Predicate<DealRow> which) {
        return with(deals.stream().filter(which).toList());
    }

    /** Everything that is known, in batches as an import would take it: teams, sellers and clients, then deals. */
    void changes(Consumer<List<Change>> batches) {
        List<Change> batch = new ArrayList<>();
        for (int i = 0; i < teams; i++) batch.add(change(Team.TYPE, Names.team(i), Map.of("title", "Team " + i)));
        for (int i = 0; i < sellers; i++)
            batch.add(change(Employee.TYPE, Names.seller(i), Map.of("team", Names.team(i % teams))));
        batches.accept(batch);
        batch = new ArrayList<>();
        for (int i = 0; i < segmentOfClient.length; i++)
            batch = given(change(Client.TYPE, Names.client(i), Map.of("segment", segmentOfClient[i])), batch, batches);
        for (DealRow deal : deals) batch = given(deal.change(), batch, batches);
        batches.accept(batch);
    }

    private static List<Change> given(Change change, List<Change> batch, Consumer<List<Change>> batches) {
        batch.add(change);
        if (batch.size() < BATCH) return batch;
        batches.accept(batch);
        return new ArrayList<>();
    }

    private static Change change(norma.fact.FactType type, String id, Map<String, Object> set) {
        return new Change(type, id, Change.START, new java.util.HashMap<>(set));
    }

    /** All deals in one file, with the columns of {@link DealRow}; amounts have two decimals, times are in UTC. */
    void writeCsv(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(DealRow.CSV_HEADER + "\n");
            for (DealRow deal : deals) out.write(deal.csv() + "\n");
        }
    }

    /** One text for each id, however many deals name it. */
    private static final class Names {

        final String[] sellers;
        final String[] teams;
        final String[] clients;

        Names(int sellers, int teams, int clients) {
            this.sellers = new String[sellers];
            this.teams = new String[teams];
            this.clients = new String[clients];
            java.util.Arrays.setAll(this.sellers, Names::seller);
            java.util.Arrays.setAll(this.teams, Names::team);
            java.util.Arrays.setAll(this.clients, Names::client);
        }

        static String seller(int i) {
            return "e" + (i + 1);
        }

        static String team(int i) {
            return "t" + (i + 1);
        }

        static String client(int i) {
            return "c" + (i + 1);
        }
    }

    /** Ranks from 0, each less likely than the one before it. */
    private static final class Zipf {

        private final double[] upTo;

        Zipf(int ranks, double exponent) {
            upTo = new double[ranks];
            double sum = 0;
            for (int rank = 0; rank < ranks; rank++) upTo[rank] = sum += 1 / Math.pow(rank + 1, exponent);
        }

        int next(Random random) {
            double at = random.nextDouble() * upTo[upTo.length - 1];
            int found = java.util.Arrays.binarySearch(upTo, at);
            return found >= 0 ? found : -found - 1;
        }
    }
}
