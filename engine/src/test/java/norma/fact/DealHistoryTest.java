package norma.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import norma.expression.Undefined;
import org.junit.jupiter.api.Test;

/** What the changes of a deal tell about it: visits to its stages, pushes of its close date, the largest amount. */
class DealHistoryTest {

    private final History history = new History();

    private History on(int day, Object... fields) {
        return history.on(day, Deal.TYPE, "d", fields);
    }

    private String entered() {
        return History.day(history.deal("d").stageEnteredAtMillis());
    }

    @Test
    void aDealVisitsOneStageAfterTheOther() {
        on(1, "stage", "lead", "status", "open");
        on(3, "stage", "proposal");
        on(4, "amount", 100);
        on(7, "stage", "contract");

        assertEquals(List.of("lead#1 1-3", "proposal#1 3-7", "contract#1 7-"), history.visits("d"));
        assertEquals("7", entered());
    }

    @Test
    void aStageThatIsSkippedIsNotVisited() {
        on(1, "stage", "lead");
        on(3, "stage", "contract");

        assertEquals(List.of("lead#1 1-3", "contract#1 3-"), history.visits("d"));
    }

    @Test
    void aReturnToAStageIsAnotherVisit() {
        on(1, "stage", "lead");
        on(2, "stage", "proposal");
        on(4, "stage", "lead");
        on(5, "stage", "proposal");

        assertEquals(List.of("lead#1 1-2", "proposal#1 2-4", "lead#2 4-5", "proposal#2 5-"), history.visits("d"));
        assertEquals("5", entered());
    }

    @Test
    void theEndOfADealIsTheEndOfItsVisit() {
        on(1, "stage", "proposal", "status", "open");
        on(5, "status", "won", "closed_at", History.date(5));

        assertEquals(List.of("proposal#1 1-5"), history.visits("d"));
        assertNull(history.openVisit("d"));
        on(6, "stage", "contract");
        assertEquals(List.of("proposal#1 1-5"), history.visits("d"));
    }

    @Test
    void aDealThatIsReopenedEntersItsStageAnew() {
        on(1, "stage", "proposal", "status", "open");
        on(5, "status", "lost", "closed_at", History.date(5));
        on(20, "status", "open", "closed_at", null);

        assertEquals(List.of("proposal#1 1-5", "proposal#2 20-"), history.visits("d"));
        assertEquals("20", entered());
        assertEquals(Undefined.LONG, history.deal("d").closedAtMillis());
    }

    @Test
    void aStageMayBeGivenItsOwnTimeOfEntry() {
        on(3, "stage", "lead", "stage_entered_at", History.date(1));
        on(6, "stage", "proposal", "stage_entered_at", History.date(5));
        on(8, "stage_entered_at", History.date(4));

        assertEquals(List.of("lead#1 1-6", "proposal#1 4-"), history.visits("d"));
    }

    @Test
    void whatWasSoBeforeEverythingHasNoTimeOfEntry() {
        history.atStart(Deal.TYPE, "d", "stage", "lead", "status", "open");

        assertEquals(Undefined.LONG, history.deal("d").stageEnteredAtMillis());
        assertEquals(List.of("lead#1 -"), history.visits("d"));
        on(3, "stage", "proposal");
        assertEquals(List.of("lead#1 -3", "proposal#1 3-"), history.visits("d"));
    }

    @Test
    void aDealThatComesClosedVisitsNothing() {
        on(1, "stage", "contract", "status", "won");

        assertEquals(List.of(), history.visits("d"));
    }

    @Test
    void aDealWithoutAStatusIsOpen() {
        on(1, "stage", "lead");

        assertEquals("lead", Objects.requireNonNull(history.openVisit("d")).stage());
    }

    @Test
    void aVisitThatGoesOnChangesHandsWithItsDealAndAFinishedOneStays() {
        on(1, "stage", "lead", "owner", "e1");
        on(2, "owner", "e2");
        on(3, "stage", "proposal");
        on(4, "owner", "e3");
        on(5, "stage", "contract", "owner", "e4");

        assertEquals(List.of("lead#1 1-3 e2", "proposal#1 3-5 e3", "contract#1 5- e4"), history.visits("d"));
    }

    @Test
    void everyMoveOfTheCloseDateToALaterDayIsAPush() {
        on(1, "expected_close_at", History.date(10));
        on(2, "expected_close_at", History.date(12));
        on(3, "expected_close_at", History.date(11));
        on(4, "expected_close_at", History.date(11));
        on(5, "amount", 7);
        on(6, "expected_close_at", null);
        on(7, "expected_close_at", History.date(20));
        on(8, "expected_close_at", History.date(21));

        assertEquals(2, history.deal("d").pushes());
    }

    @Test
    void thePeakIsTheLargestAmountThatItEverHad() {
        on(1, "stage", "lead");
        assertEquals(Undefined.LONG, history.deal("d").peakAmountExact());
        on(2, "amount", 100);
        on(3, "amount", 300);
        on(4, "amount", 200);
        on(5, "amount", null);

        assertEquals(3_000_000, history.deal("d").peakAmountExact());
        assertEquals(Undefined.LONG, history.deal("d").amountExact());
    }

    @Test
    void aChangeTellsOfEachVisitThatItChanged() {
        on(1, "stage", "lead");
        assertEquals(2, history.replaced().size());
        on(2, "amount", 1);
        assertEquals(1, history.replaced().size());
        on(3, "stage", "proposal");
        assertEquals(3, history.replaced().size());
    }
}
