package norma.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    private final World world = World.standard();

    @Test
    void saysWhatItReads() {
        Expression expression = MomentsTest.compiled(
                "owner.team.head = 'e1' and amount > 5 and win_rate[month] < 20% or stage_age > 3", world);
        assertEquals(Set.of("owner", "owner.team", "owner.team.head", "amount"), expression.fields());
        assertEquals(Set.of(new Reading("win_rate", "month"), new Reading("stage_age", "")), expression.readings());
        assertFalse(expression.readsNow());
        assertTrue(
                MomentsTest.compiled("amount > 5 and created_at < now", world).readsNow());
    }

    @Test
    void aTraceShowsEachConditionWithItsValuesAsWritten() {
        Trace trace = MomentsTest.compiled("(amount + 1) * 2 > 100 and not (status = won)", world)
                .trace("subject", world);
        assertEquals(List.of("(amount + 1) * 2 > 100 and not (status = won)", "TRUE"), shown(trace));
        assertEquals(
                List.of("(amount + 1) * 2 > 100", "TRUE"), shown(trace.parts().get(0)));
        assertEquals(
                List.of("(amount + 1) * 2", "3000020000"),
                shown(trace.parts().get(0).parts().get(0)));
        Trace negated = trace.parts().get(1);
        assertEquals(List.of("not (status = won)", "TRUE"), shown(negated));
        assertEquals(List.of("status = won", "FALSE"), shown(negated.parts().get(0)));
        assertEquals(
                List.of("status", "open"), shown(negated.parts().get(0).parts().get(0)));
        assertEquals(33, negated.parts().get(0).span().column());
    }

    private static List<String> shown(Trace trace) {
        return List.of(trace.text(), String.valueOf(trace.value().raw()));
    }

    @Test
    void problemsPointIntoTheFileThroughThePlacement() {
        Source file = new Source("deals.yaml", "deviations:\n  x:\n    only_if: 'amont > 5'\n");
        Problems problems = new Problems();
        Expression.compile(
                "amont > 5", (from, to) -> new Span(file, 3, 15 + from, to - from), world, Expected.truth(), problems);
        assertEquals(
                List.of("deals.yaml:3:15"),
                problems.all().stream().map(Problem::span).map(Span::location).toList());
    }

    @Test
    void anAmountOutOfRangeNamesTheExpression() {
        Expression expression = MomentsTest.compiled("huge * 2 > 1", world);
        OutOfRange thrown = assertThrows(OutOfRange.class, () -> expression.holds("subject", world));
        assertTrue(
                thrown.text().en().startsWith("huge * 2 > 1: "), thrown.text().en());
        assertTrue(
                thrown.text().ru().startsWith("huge * 2 > 1: "), thrown.text().ru());
    }

    @Test
    void everyFunctionIsDocumentedInBothLanguages() {
        for (Function function : Functions.all()) {
            assertTrue(function.note().en().matches("[\\x00-\\x7f]+"), function.name());
            assertTrue(function.note().ru().matches(".*[а-я].*"), function.name());
        }
        assertEquals(
                "working_days(from, to, [calendar])",
                Functions.named("working_days").orElseThrow().signature());
        String untested = Functions.all().stream()
                .map(Function::name)
                .filter(name -> World.lines("evaluation.txt").stream().noneMatch(l -> l.contains(name + "(")))
                .collect(Collectors.joining(", "));
        assertEquals("", untested);
    }

    @Test
    void kleeneLogicIsTheSmallestAndTheLargest() {
        for (Truth a : Truth.values()) {
            for (Truth b : Truth.values()) {
                assertEquals(a.not().or(b.not()), a.and(b).not(), "De Morgan: " + a + ", " + b);
                assertEquals(a.and(b), b.and(a));
            }
        }
        assertEquals(Truth.FALSE, Truth.FALSE.and(Truth.UNDEFINED));
        assertEquals(Truth.TRUE, Truth.UNDEFINED.or(Truth.TRUE));
        assertEquals(Truth.UNDEFINED, Truth.UNDEFINED.not());
    }
}
