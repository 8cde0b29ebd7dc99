package norma.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import norma.fact.Change;
import norma.fact.Deal;
import org.junit.jupiter.api.Test;

class InflowTest {

    private static final Account NOTHING = new Account(0, 0, 0, 0, Map.of(), Map.of(), Map.of(), List.of());

    @Test
    void whatWasSoBeforeEverythingComesFirstAndDatedChangesInTheOrderOfTime() {
        Inflow.Reading files = sink -> {
            sink.accept(change("late", 30));
            for (int i = 0; i < 2_500; i++) sink.accept(change("d" + i, Change.START));
            sink.accept(change("early", 10));
            sink.accept(change("early, then", 10));
            sink.accept(change("tomorrow", 41));
            return NOTHING;
        };
        List<String> taken = new ArrayList<>();
        try (Inflow inflow = new Inflow(files, 40)) {
            for (Change change : inflow) taken.add(change.id());
            assertEquals(1, inflow.later());
            assertSame(NOTHING, inflow.account());
        }
        assertEquals(2_503, taken.size());
        assertEquals("d0", taken.get(0));
        assertEquals(List.of("d2499", "early", "early, then", "late"), taken.subList(2_499, 2_503));
    }

    @Test
    void isTakenInWhileMoreIsRead() {
        CountDownLatch taken = new CountDownLatch(1);
        Inflow.Reading files = sink -> {
            for (int i = 0; i < 1_000; i++) sink.accept(change("d" + i, Change.START));
            waitFor(taken);
            return NOTHING;
        };
        try (Inflow inflow = new Inflow(files, 0)) {
            Iterator<Change> changes = inflow.iterator();
            for (int i = 0; i < 1_000; i++) assertEquals("d" + i, changes.next().id());
            taken.countDown();
            assertFalse(changes.hasNext());
        }
    }

    @Test
    void whatReadingThrowsIsThrownWhereItIsTaken() {
        Inflow.Reading files = sink -> {
            sink.accept(change("d", Change.START));
            throw new IllegalStateException("no such file");
        };
        try (Inflow inflow = new Inflow(files, 0)) {
            Iterator<Change> changes = inflow.iterator();
            assertEquals("d", changes.next().id());
            Exception thrown = assertThrows(IllegalStateException.class, changes::hasNext);
            assertEquals("no such file", thrown.getMessage());
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Change change(String id, long at) {
        return new Change(Deal.TYPE, id, at, Map.of());
    }
}
