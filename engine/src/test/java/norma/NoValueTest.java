package norma;

import static norma.Firm.change;
import static norma.Firm.engine;
import static norma.Firm.standards;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import norma.diagnostics.Text;
import norma.measure.Measured;
import norma.measure.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is unknown of every case is unknown of them together. */
class NoValueTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum: amount",
                "mean: amount",
                "median: amount",
                "max: amount",
                "weighted_sum: { value: amount, weight: probability }"
            })
    void cases_without_any_value_have_no_figure_and_are_counted_as_left_out(String method) {
        Measured measured = whole(method, false);
        assertEquals(
                Optional.of("none of the cases has a value"),
                measured.undefined().map(Text::en));
        assertEquals(2, measured.leftOut());
        assertEquals(0, measured.cases());
    }

    @Test
    void a_sum_of_some_values_leaves_the_others_out() {
        Measured measured = whole("sum: amount", true);
        assertEquals(7_000_000L, measured.value());
        assertEquals(2, measured.leftOut());
        assertEquals(1, measured.cases());
    }

    private static Measured whole(String method, boolean withValue) {
        Engine engine = engine("2026-03-10T12:00", standards("""
                kpis:
                  figure:
                    title: { en: Figure, ru: Показатель }
                    of: deal
                """ + "    " + method + "\n"));
        engine.apply(List.of(
                change("deal", "D1", "2026-03-09", "status", "open"),
                change("deal", "D2", "2026-03-09", "status", "open")));
        if (withValue) engine.apply(List.of(change("deal", "D3", "2026-03-09", "amount", 700)));
        Reading reading = engine.readings().iterator().next();
        return reading.measured();
    }
}
