package norma.standard.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import norma.diagnostics.Printer;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.expression.Expression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A norm on a subject's own KPI judges those whom the KPI counts; the rule's condition narrows that. */
class JudgedSubjectsTest {

    private static final String DEFINITIONS = """
            schema: 1
            calendars: { office: { zone: UTC } }
            kpis:
              age:
                title: { en: Age, ru: Возраст }
                of: deal
                %s
                value: days(created_at, now)
            norms:
              limit: { kpi: age, breach: above, default: { warn: 10d } }
            deviations:
              old:
                on: deal
                %s
                breaks: limit
                message: { en: Old, ru: Старая }
            """;

    @ParameterizedTest
    @CsvSource({
        "'', '', ''",
        "'', amount > 5, amount > 5",
        "status = open, '', status = open",
        "status = open, amount > 5 or amount is undefined, (status = open) and (amount > 5 or amount is undefined)",
    })
    void theKpiAndTheRuleBothSayWhomTheyMean(String ofKpi, String ofRule, String judged) {
        Problems problems = new Problems();
        Source source = new Source("given", DEFINITIONS.formatted(onlyIf(ofKpi), onlyIf(ofRule)));
        String text = Definitions.read(List.of(source), Map.of(), problems)
                .flatMap(standards -> standards.deviations().get("old").onlyIf())
                .map(Expression::text)
                .orElse("");
        assertEquals("", new Printer(Locale.ENGLISH).print(problems.all()));
        assertEquals(judged, text);
    }

    private static String onlyIf(String condition) {
        return condition.isEmpty() ? "" : "only_if: " + condition;
    }
}
