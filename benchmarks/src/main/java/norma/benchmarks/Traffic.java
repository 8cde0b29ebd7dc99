package norma.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import norma.fact.Change;
import norma.fact.Deal;

/** What clients send to a loaded service: open deals in their next states, and such that a norm is passed for sure. */
final class Traffic {

    static final int CLIENTS = 8;

    /** Of those requests that are to be heard of, one in so many passes a norm. */
    private static final int ONE_IN = 10;

    private static final int TOGETHER = 100;
    /** No norm of {@link Standard} allows so much, in ten-thousandths. */
    private static final long BEYOND = 10_000_000_000_000L;

    private static final long WITHIN = 10_000_000L;

    private final Random random = new Random(3);
    private final List<DealRow> changing;
    private final List<DealRow> passing;
    private int next;

    /** @param requests how many of one fact are sent at most */
    Traffic(Firm firm, int requests) {
        List<DealRow> open =
                new ArrayList<>(firm.deals().stream().filter(DealRow::isOpen).toList());
        Collections.shuffle(open, random);
        int apart = Math.min(Math.max(1, requests / ONE_IN), open.size() / 2);
        passing = open.subList(0, apart);
        changing = open.subList(apart, open.size());
    }

    /** Stages and amounts; within one call each deal once, where there are enough. */
    List<List<Change>> changes(int requests, int together) {
        return bodies(requests, together, true);
    }

    /** Amounts only: a stage that is entered is a visit more, and is meant to stay. */
    List<List<Change>> amounts(int requests, int together) {
        return bodies(requests, together, false);
    }

    private List<List<Change>> bodies(int requests, int together, boolean stages) {
        List<List<Change>> bodies = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            List<Change> body = new ArrayList<>();
            for (int k = 0; k < together; k++) body.add(changed(stages));
            bodies.add(body);
        }
        return bodies;
    }

    private Change changed(boolean stages) {
        DealRow deal = changing.get(next++ % changing.size());
        String stage = stages ? Firm.STAGES.get(random.nextInt(Firm.STAGES.size())) : deal.stage();
        return change(deal, stage, Math.round(deal.amount() * (0.5 + random.nextDouble()) / 100) * 100);
    }

    /** Whatever was passed is no longer, so that it can be again. */
    List<List<Change>> withdrawn() {
        List<List<Change>> bodies = new ArrayList<>();
        for (int i = 0; i < passing.size(); i += TOGETHER)
            bodies.add(passing.subList(i, Math.min(passing.size(), i + TOGETHER)).stream()
                    .map(deal -> change(deal, deal.stage(), WITHIN))
                    .toList());
        return bodies;
    }

    /** As {@link #changes} of one fact each; spread among them each deal of {@link #passing()} passes a norm. */
    List<List<Change>> heard(int requests) {
        List<List<Change>> bodies = changes(requests, 1);
        for (int i = 0; i < passing.size() && i * ONE_IN < requests; i++)
            bodies.set(i * ONE_IN, List.of(change(passing.get(i), passing.get(i).stage(), BEYOND)));
        return bodies;
    }

    /** The deals of which something is heard for sure. */
    Set<String> passing() {
        return passing.stream().map(DealRow::id).collect(Collectors.toUnmodifiableSet());
    }

    private static Change change(DealRow deal, String stage, long amount) {
        Map<String, Object> set = new HashMap<>();
        set.put("stage", stage);
        set.put("amount", amount);
        return new Change(Deal.TYPE, deal.id(), Firm.NOW, set);
    }

    /**
     * Each client sends its next request when its last one is answered.
     *
     * @param answered is told the first deal of each request when its answer has come
     * @return how many facts
     */
    static long send(LoadedService norma, List<List<Change>> bodies, Consumer<String> answered) throws Exception {
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
        return bodies.stream().mapToLong(List::size).sum();
    }

    static long send(LoadedService norma, List<List<Change>> bodies) throws Exception {
        return send(norma, bodies, id -> {});
    }
}
