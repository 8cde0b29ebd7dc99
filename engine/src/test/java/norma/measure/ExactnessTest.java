package norma.measure;

import static norma.measure.Firm.money;
import static norma.measure.Firm.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import norma.fact.Fact;
import norma.fact.Sale;
import org.junit.jupiter.api.Test;

/** Nothing is lost in adding and taking away, and nothing is 0 that is not known. */
class ExactnessTest {

    private final Firm firm = Firm.measuring("""
              revenue: { of: sale, sum: amount }
              mean_revenue: { of: sale, mean: amount }
              quantity: { of: sale, sum: quantity }
              margin: { of: sale, ratio: { sum: profit, to: amount } }
              margin_or_zero: { of: sale, ratio: { sum: profit, to: amount }, zero: zero }
              returned: { of: sale, ratio: { count: returned > 0, to: amount > 0 } }
              revenue_per_unit: { of: sale, formula: revenue / quantity }
              share_returned: { of: sale, formula: "returned.numerator / revenue.cases" }
              last_sale: { of: sale, max: at }
            """, "2026-03-16");

    @Test
    void tenTimesATenthIsOne() {
        for (int i = 0; i < 10; i++) firm.change(Sale.TYPE, "S" + i, "quantity", 0.1);
        assertEquals(1.0, firm.value("quantity"));
    }

    @Test
    void aLargeNumberThatComesAndGoesLeavesNothingBehind() {
        firm.change(Sale.TYPE, "S1", "quantity", 0.1);
        Fact large = Sale.TYPE.make("S2", java.util.Map.of("quantity", 1e17 + 16));
        firm.measurer().add(large);
        firm.measurer().remove(large);
        assertEquals(0.1, firm.value("quantity"));
    }

    @Test
    void moneyThatDoesNotFitIsAnErrorThatNamesTheKpiAndPassesWithItsCause() {
        firm.change(Sale.TYPE, "S1", "amount", Long.MAX_VALUE);
        firm.change(Sale.TYPE, "S2", "amount", 5L);

        Measured revenue = firm.measured("revenue");
        assertNull(revenue.value());
        assertEquals(
                "KPI revenue: the amount is larger than money can be here",
                revenue.undefined().orElseThrow().en());
        firm.change(Sale.TYPE, "S1", "amount", 7L);
        assertEquals(12L, firm.value("revenue"));
    }

    @Test
    void theMeanOfMoneyIsRoundedHalfToEven() {
        firm.change(Sale.TYPE, "S1", "amount", 1L).change(Sale.TYPE, "S2", "amount", 2L);
        assertEquals(2L, firm.value("mean_revenue"));
        firm.change(Sale.TYPE, "S1", "amount", 3L);
        assertEquals(2L, firm.value("mean_revenue"));
        firm.change(Sale.TYPE, "S1", "amount", -5L);
        assertEquals(-2L, firm.value("mean_revenue"));
    }

    @Test
    void aSumOfNothingIsZeroButAMeanOfNothingIsUndefined() {
        assertEquals(0L, firm.value("revenue"));
        assertEquals(0.0, firm.value("quantity"));
        assertEquals("no cases", reason("mean_revenue"));
        assertEquals("no cases in the denominator", reason("margin"));
        assertEquals(0.0, firm.value("margin_or_zero"));
        assertEquals("no cases", reason("last_sale"));
        assertEquals("the formula of KPI revenue_per_unit has no result", reason("revenue_per_unit"));
    }

    @Test
    void aDenominatorOfZeroIsToldFromOneWithoutCases() {
        firm.change(Sale.TYPE, "S1", "amount", 0L, "profit", money(-3), "returned", 0L);

        assertEquals("the denominator is zero", reason("margin"));
        assertEquals(
                "знаменатель равен нулю",
                firm.measured("margin").undefined().orElseThrow().ru());
        assertEquals(money(-3), firm.measured("margin").numerator());
        assertEquals("no cases in the denominator", reason("returned"));
        assertEquals(1, firm.measured("returned").cases());
    }

    @Test
    void casesWithoutAValueAreCountedBeside() {
        firm.change(Sale.TYPE, "S1", "amount", money(10), "profit", money(4));
        firm.change(Sale.TYPE, "S2", "profit", money(4));

        assertEquals(money(10), firm.value("mean_revenue"));
        assertEquals(1, firm.measured("mean_revenue").cases());
        assertEquals(1, firm.measured("mean_revenue").leftOut());
        assertEquals(0.4, firm.value("margin"));
        firm.change(Sale.TYPE, "S1", "amount", null);
        assertEquals("none of the cases has a value", reason("mean_revenue"));
    }

    @Test
    void aFormulaFollowsItsPartsAndSaysWhichIsMissing() {
        firm.change(Sale.TYPE, "S1", "amount", money(10), "quantity", 4.0, "returned", 1L);
        firm.materialise();
        assertEquals(money(2.5), firm.value("revenue_per_unit"));
        assertEquals(1.0, firm.value("share_returned"));
        firm.change(Sale.TYPE, "S1", "quantity", 5.0);
        assertEquals(
                money(2),
                firm.materialise().stream()
                        .filter(revision -> revision.after().getKpi().equals("revenue_per_unit"))
                        .findFirst()
                        .orElseThrow()
                        .after()
                        .measured()
                        .value());
    }

    @Test
    void timesAreTimes() {
        firm.change(Sale.TYPE, "S1", "at", time("2026-03-02"));
        assertEquals(time("2026-03-02"), firm.value("last_sale"));
    }

    private String reason(String kpi) {
        return firm.measured(kpi).undefined().orElseThrow().en();
    }
}
