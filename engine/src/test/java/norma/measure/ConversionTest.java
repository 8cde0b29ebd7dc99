package norma.measure;

import static norma.measure.Firm.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import norma.fact.Deal;
import org.junit.jupiter.api.Test;

class ConversionTest {

    private static final Scope EVERYWHERE = Scope.WHOLE;

    private final Firm firm = Firm.measuring(
            "  to_proposal: { of: deal, conversion: { from: lead, to: proposal, within: 60d }, at: created_at, by: [owner], over: [month] }\n",
            "2026-01-01");

    @Test
    void ofTheDealsThatEnteredTheShareThatReachedInTime() {
        moves("reached", "01-05 lead", "01-20 proposal");
        moves("skipped", "01-05 lead", "02-20 negotiation");
        moves("won at once", "01-05 lead", "02-21 won");
        moves("lost", "01-05 lead", "02-22 lost");
        moves("too late", "01-05 lead", "03-25 proposal");
        moves("never", "01-05 lead");
        moves("never a lead", "01-05 proposal");
        moves("back and again", "01-05 lead", "01-06 proposal", "02-07 lead", "02-08 proposal");
        moves("reached then lost", "01-05 lead", "01-20 proposal", "01-21 lost");

        firm.at("2026-04-01").materialise();
        Reading january = firm.measurer().readings().stream()
                .filter(r -> r.scope().equals(EVERYWHERE) && r.period().from().getMonthValue() == 1)
                .findFirst()
                .orElseThrow();
        assertEquals(5.0, january.measured().numerator());
        assertEquals(8.0, january.measured().denominator());
        assertEquals(5.0 / 8, january.getValue());
        assertEquals(8, january.getCases());
        assertEquals(
                1,
                firm.measurer().readings().stream()
                        .filter(r -> r.scope().equals(EVERYWHERE))
                        .count());
    }

    @Test
    void aDealWhoseTimeIsNotOverIsImmatureUntilItIsDecided() {
        moves("open", "01-05 lead");
        moves("also open", "01-06 lead");
        firm.at("2026-01-31").materialise();

        Measured young = firm.measured("to_proposal");
        assertNull(young.value());
        assertEquals(2, young.leftOut());
        assertEquals(
                "the time of none of the cases is over yet",
                young.undefined().orElseThrow().en());

        moves("also open", "02-10 lost");
        assertEquals(0.0, firm.measured("to_proposal", EVERYWHERE, "last month").value());
        assertEquals(1, firm.measured("to_proposal", EVERYWHERE, "last month").leftOut());

        firm.at("2026-03-06").materialise(); // 60 days of 24 hours
        Reading january = firm.measurer().readings().iterator().next();
        assertEquals(2, january.getCases());
        assertEquals(0, january.measured().leftOut());
    }

    /** Each move is a date of 2026 and a stage, or an outcome. */
    private void moves(String id, String... moves) {
        for (String move : moves) {
            String to = move.substring(6);
            firm.at(Math.max(firm.now(), time("2026-" + move.substring(0, 5))));
            long at = time("2026-" + move.substring(0, 5));
            firm.materialise();
            if (to.equals("won") || to.equals("lost"))
                firm.change(new norma.fact.Change(Deal.TYPE, id, at, java.util.Map.of("status", to, "closed_at", at)));
            else firm.change(new norma.fact.Change(Deal.TYPE, id, at, java.util.Map.of("status", "open", "stage", to)));
        }
    }
}
