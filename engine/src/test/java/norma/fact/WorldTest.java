package norma.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import norma.calendar.Interval;
import norma.expression.Undefined;
import org.junit.jupiter.api.Test;

/** The state that changes add up to. */
class WorldTest {

    @Test
    void aChangeSetsItsFieldsAndKeepsTheOthers() {
        History history = new History()
                .on(1, Client.TYPE, "c", "title", "Client", "segment", "b2b", "wallet", 500)
                .on(2, Client.TYPE, "c", "segment", "b2g", "region", "west");

        Client client = (Client) Objects.requireNonNull(history.world().find("client", "c"));
        assertEquals("Client", client.title());
        assertEquals("b2g", client.segment());
        assertEquals(5_000_000, client.walletExact());
        assertEquals("west", client.attributes().get("region"));
        assertEquals(History.time(2), history.world().changedAt(client));
    }

    @Test
    void aNullMakesAFieldUndefined() {
        History history = new History()
                .on(1, Deal.TYPE, "d", "next_step", "Call", "amount", 5, "region", "west")
                .on(2, Deal.TYPE, "d", "next_step", null, "amount", null, "region", null);

        assertNull(history.deal("d").nextStep());
        assertEquals(Undefined.LONG, history.deal("d").amountExact());
        assertTrue(history.deal("d").attributes().isEmpty());
    }

    @Test
    void eachChangeTellsWhatItReplaced() {
        History history = new History().on(1, Client.TYPE, "c", "title", "Client");
        assertNull(history.replaced().get(0).before());
        Fact first = history.replaced().get(0).after();

        history.on(2, Client.TYPE, "c", "title", "Another");

        assertSame(first, history.replaced().get(0).before());
        assertEquals("Another", history.replaced().get(0).after().title());
        assertEquals(1, history.world().all(Client.TYPE).size());
    }

    @Test
    void whatWasSoBeforeEverythingMayBeChangedLaterAndIsNotSaidAgain() {
        History history = new History().atStart(Team.TYPE, "t", "head", "e1").on(1, Team.TYPE, "t", "head", "e2");

        assertEquals("e2", ((Team) Objects.requireNonNull(history.world().find("team", "t"))).head());
        assertThrows(IllegalArgumentException.class, () -> history.atStart(Team.TYPE, "t", "head", "e3"));
    }

    @Test
    void factsThatSayTheSameHoldOneText() {
        History history = new History()
                .on(1, Client.TYPE, "c", "segment", "b2b")
                .on(1, Deal.TYPE, "d", "client", another("c"), "owner", another("e"), "stage", another("offer"))
                .on(1, Deal.TYPE, "other", "client", another("c"), "owner", another("e"), "stage", another("offer"))
                .on(2, Deal.TYPE, "d", "stage", another("won"));

        assertSame(
                Objects.requireNonNull(history.world().find("client", "c")).id(),
                history.deal("d").client());
        assertSame(history.deal("d").client(), history.deal("other").client());
        assertSame(history.deal("d").owner(), history.deal("other").owner());
        assertEquals("offer", history.deal("other").stage());
        assertEquals("won", history.deal("d").stage());
    }

    @Test
    void textsAreNeverMistakenForOneAnotherHoweverManyThereAre() {
        History history = new History();
        for (int i = 0; i < 20_000; i++) history.on(1, Deal.TYPE, "d" + i, "kind", "kind " + i, "channel", null);
        for (int i = 0; i < 20_000; i++)
            assertEquals("kind " + i, history.deal("d" + i).kind());
    }

    /** The same characters in another text, as the next row of a file has them. */
    private static String another(String text) {
        return new String(text.toCharArray());
    }

    @Test
    void aChangeThatComesTooLateIsRefusedAndChangesNothing() {
        History history = new History().on(5, Deal.TYPE, "d", "stage", "proposal");

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> history.on(4, Deal.TYPE, "d", "stage", "lead"));

        assertEquals("a newer change of deal d is in already", refused.getMessage());
        assertEquals("proposal", history.deal("d").stage());
        assertEquals(List.of("proposal#1 5-"), history.visits("d"));
        history.on(5, Deal.TYPE, "d", "amount", 1).on(4, Deal.TYPE, "another", "stage", "lead");
    }

    @Test
    void aHoldStopsTheClockOfItsDealOrOfEveryDealOfItsClient() {
        History history = new History()
                .on(1, Deal.TYPE, "d", "client", "c", "stage", "lead")
                .on(1, Deal.TYPE, "other", "client", "another", "stage", "lead")
                .on(2, Hold.TYPE, "h1", "deal", "d", "from", History.date(2), "to", History.date(4))
                .on(3, Hold.TYPE, "h2", "client", "c", "from", History.date(3), "to", History.date(6));
        World world = history.world();

        assertEquals(List.of(between(2, 6)), world.pauses(history.deal("d")).intervals());
        assertEquals(
                List.of(between(2, 6)),
                world.pauses(Objects.requireNonNull(history.openVisit("d"))).intervals());
        assertTrue(world.pauses(history.deal("other")).isEmpty());
        history.on(4, Client.TYPE, "c", "title", "Client");
        assertEquals(
                List.of(between(3, 6)),
                world.pauses(Objects.requireNonNull(world.find("client", "c"))).intervals());
    }

    @Test
    void aHoldWithoutAnEndLastsUntilItIsGivenOne() {
        History history = new History()
                .on(1, Deal.TYPE, "d", "stage", "lead")
                .on(2, Hold.TYPE, "h", "deal", "d", "from", History.date(2));
        assertEquals(
                List.of(new Interval(History.time(2), Long.MAX_VALUE)),
                history.world().pauses(history.deal("d")).intervals());

        history.on(9, Hold.TYPE, "h", "to", History.date(8));
        assertEquals(
                List.of(between(2, 8)),
                history.world().pauses(history.deal("d")).intervals());

        history.on(10, Hold.TYPE, "h", "deal", "another");
        assertTrue(history.world().pauses(history.deal("d")).isEmpty());
    }

    @Test
    void aHoldThatEndsBeforeItBeginsStopsNothing() {
        History history = new History()
                .on(1, Deal.TYPE, "d", "stage", "lead")
                .on(2, Hold.TYPE, "h", "deal", "d", "from", History.date(5), "to", History.date(3));

        assertTrue(history.world().pauses(history.deal("d")).isEmpty());
    }

    @Test
    void anAbsenceStopsTheClockOfTheEmployeeAndNotOfTheDeals() {
        History history = new History()
                .on(1, Employee.TYPE, "e", "position", "seller")
                .on(1, Deal.TYPE, "d", "owner", "e", "stage", "lead")
                .on(2, Absence.TYPE, "a", "owner", "e", "from", History.date(2), "to", History.date(5))
                .on(6, Absence.TYPE, "b", "owner", "e", "from", History.date(6), "to", History.date(7));

        assertEquals(
                List.of(between(2, 5), between(6, 7)),
                history.world()
                        .pauses(Objects.requireNonNull(history.world().find("employee", "e")))
                        .intervals());
        assertTrue(history.world().pauses(history.deal("d")).isEmpty());
    }

    @Test
    void aFactKeepsItsNumberThroughAllOfItsVersions() {
        History history = new History().on(1, Deal.TYPE, "a", "amount", 1).on(1, Deal.TYPE, "b", "amount", 1);
        int number = history.world().number(history.deal("a"));
        history.on(2, Deal.TYPE, "a", "amount", 2).on(3, Deal.TYPE, "b", "amount", 2);

        assertEquals(number, history.world().number(history.deal("a")));
        assertSame(history.deal("a"), history.world().find(Deal.TYPE, number));
        assertEquals(1, Math.abs(number - history.world().number(history.deal("b"))));
        assertEquals(2, history.world().numbers(Deal.TYPE));
        assertNull(history.world().find(Deal.TYPE, -1));
    }

    private static Interval between(int from, int to) {
        return new Interval(History.time(from), History.time(to));
    }
}
