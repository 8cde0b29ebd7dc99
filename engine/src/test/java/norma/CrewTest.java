package norma;

import static norma.Firm.at;
import static norma.Firm.standards;
import static norma.Firm.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import norma.fact.Change;
import norma.judge.DrlRules;
import norma.measure.Crew;
import norma.standard.Standards;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many hands do what one does. */
class CrewTest {

    /** Also for few facts, so that each test has work for all of them. */
    private static final class Threads implements Crew {

        private final ExecutorService pool = Executors.newFixedThreadPool(3);
        private final AtomicInteger shared = new AtomicInteger();

        @Override
        public int pieces(int facts) {
            return Math.min(3, Math.max(1, facts));
        }

        @Override
        public void doAll(List<Runnable> pieces) {
            if (pieces.size() > 1) shared.incrementAndGet();
            CompletableFuture.allOf(pieces.stream()
                            .map(piece -> CompletableFuture.runAsync(piece, pool))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void many_hands_find_what_one_finds(long seed) {
        Standards standards = standards(OneByOneTest.DEFINITIONS);
        List<Change> changes = OneByOneTest.changes(new Random(seed));
        Threads crew = new Threads();
        try {
            Engine alone = Engine.at(at("2026-02-20"), standards, DrlRules.none());
            Engine shared = Engine.at(at("2026-02-20"), standards, DrlRules.none(), crew);
            for (Engine engine : List.of(alone, shared)) {
                engine.apply(changes);
                engine.advance(at("2026-03-31T18:00"));
            }
            assertEquals(state(alone), state(shared));

            Standards next = standards(OneByOneTest.DEFINITIONS.replace("warn: 5,", "warn: 3,"));
            for (Engine engine : List.of(alone, shared)) engine.replace(next);
            assertEquals(state(alone), state(shared));
            assertTrue(crew.shared.get() > 3, crew.shared + " times");
        } finally {
            crew.pool.shutdownNow();
        }
    }

    /** What cannot be judged is told by whichever hand meets it, and is well again for all. */
    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void what_cannot_be_judged_is_told(int deals) {
        Standards standards = standards("""
                deviations:
                  strange:
                    on: deal
                    only_if: amount * 900000000000 * 900000 > 5
                    message: { en: "{amount}", ru: "{amount}" }
                """);
        Threads crew = new Threads();
        try {
            Engine shared = Engine.at(at("2026-02-20"), standards, DrlRules.none(), crew);
            for (int i = 0; i < deals; i++)
                shared.apply(List.of(Firm.change("deal", "D" + i, "2026-01-01", "amount", 1_000_000)));
            Engine again = Engine.at(at("2026-02-20"), standards, DrlRules.none(), crew);
            again.apply(shared.facts(norma.fact.Deal.TYPE).stream()
                    .map(deal -> Firm.change("deal", deal.id(), "2026-01-01", "amount", 1_000_000))
                    .toList());
            assertEquals(List.copyOf(shared.failures()).size(), again.failures().size());
            assertEquals(deals, again.failures().size());
            again.apply(List.of(Firm.change("deal", "D0", "2026-01-02", "amount", 0)));
            assertEquals(deals - 1, again.failures().size());
        } finally {
            crew.pool.shutdownNow();
        }
    }
}
