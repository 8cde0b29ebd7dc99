package norma.measure;

import static norma.measure.Firm.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import norma.fact.Deal;
import norma.fact.Hold;
import norma.fact.Lead;
import org.junit.jupiter.api.Test;

class SurvivalTest {

    private static final long DAY = 86_400_000;
    private static final String LIFE =
            "  life: { of: lead, survival: { from: created_at, to: closed_at, in: days, quantile: 0.5 }, by: [channel] }\n";

    private final Firm firm = Firm.measuring(LIFE, "2026-03-16");

    /**
     * Remission times in weeks of 42 patients with acute leukaemia, from E. J. Freireich et al., Blood 21 (1963) 699-716, as
     * worked in D. R. Cox and D. Oakes, Analysis of Survival Data (1984): medians 23 with 6-mercaptopurine, 8 with placebo.
     */
    @Test
    void agreesWithThePublishedMediansOfFreireich() {
        lives("6-MP", "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
        lives("placebo", "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");
        firm.materialise();

        Measured drug = firm.measured("life", Scope.of("channel", "6-MP"), "");
        assertEquals(23.0, drug.value());
        assertEquals(9.0, drug.numerator());
        assertEquals(21.0, drug.denominator());
        assertEquals(
                8.0, firm.measured("life", Scope.of("channel", "placebo"), "").value());
    }

    @Test
    void anEventComesBeforeCensoringAtTheSameTime() {
        lives("x", "5 5+ 9 9+");

        // 3/4 after 5, then one of two at 9: 3/8. Were 5+ gone before 5, it would be 2/3 and 1/3.
        assertEquals(9.0, firm.value("life"));
        lives("y", "4 4+");
        assertEquals(4.0, firm.measured("life", Scope.of("channel", "y"), "").value());
    }

    @Test
    void aCurveThatDoesNotFallToItsMarkHasNoQuantile() {
        lives("x", "5 9+ 9+ 9+");

        Measured life = firm.measured("life");
        assertNull(life.value());
        assertEquals(1.0, life.numerator());
        assertEquals(
                "fewer than 50% of the cases have ended by the longest time seen",
                life.undefined().orElseThrow().en());
        assertEquals(
                "за наибольшее наблюдавшееся время завершилось менее 50% случаев",
                life.undefined().orElseThrow().ru());
    }

    @Test
    void aCaseThatEndsAheadIsRunningUntilThen() {
        firm.change(Lead.TYPE, "L1", "created_at", firm.now() - 5 * DAY, "closed_at", firm.now() + 2 * DAY);
        assertNull(firm.value("life"));
        firm.at(firm.now() + 2 * DAY).materialise();
        assertEquals(7.0, firm.value("life"));
    }

    @Test
    void whatEndsBeforeItBeginsIsLeftOut() {
        firm.change(Lead.TYPE, "L1", "created_at", firm.now() - DAY, "closed_at", firm.now() - 2 * DAY);
        assertEquals(1, firm.measured("life").leftOut());
        assertEquals(
                "none of the cases has a value",
                firm.measured("life").undefined().orElseThrow().en());
    }

    @Test
    void heldTimeDoesNotCount() {
        Firm held = Firm.measuring(
                "  life: { of: deal, survival: { from: created_at, to: closed_at, in: calendar_days, quantile: 0.5 } }\n",
                "2026-03-16");
        held.change(
                Deal.TYPE, "D1", "created_at", time("2026-03-01"), "status", "won", "closed_at", time("2026-03-11"));
        held.change(Deal.TYPE, "D2", "created_at", time("2026-03-02"));
        held.change(Hold.TYPE, "H1", "deal", "D1", "from", time("2026-03-03"), "to", time("2026-03-07"));
        held.change(Hold.TYPE, "H2", "deal", "D2", "from", time("2026-03-04"));
        assertEquals(6.0, held.value("life")); // D2 stopped at 2 days: it is gone before D1 ends
    }

    /** Ended {@code n} days after they began; with a plus still running after so many. */
    private void lives(String channel, String times) {
        int number = 0;
        for (String text : times.split(" ")) {
            long days = Long.parseLong(text.replace("+", ""));
            boolean running = text.endsWith("+");
            long begun = firm.now() - (running ? days : 100) * DAY;
            firm.change(
                    Lead.TYPE,
                    channel + number++,
                    "channel",
                    channel,
                    "created_at",
                    begun,
                    "closed_at",
                    running ? null : (Long) (begun + days * DAY));
        }
    }
}
