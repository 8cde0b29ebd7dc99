package norma.expression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import norma.diagnostics.Problems;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What expressions give, line by line in {@code evaluation.txt}. */
class EvaluationTest {

    @TestFactory
    Stream<DynamicTest> everyLineGivesItsValue() {
        World world = World.standard();
        return World.lines("evaluation.txt").stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" -> ?", 2))
                .map(line -> DynamicTest.dynamicTest(line[0], () -> assertEquals(line[1], value(line[0], world))));
    }

    private static String value(String text, World world) {
        Optional<Expression> expression =
                Expression.compile(text, Placement.alone("given", text), world, Expected.any(), new Problems());
        if (expression.isEmpty()) return "error";
        seesManyAsEach(expression.get(), world);
        try {
            Value value = expression.get().value("subject", world);
            return value.defined() ? written(value) : "?";
        } catch (OutOfRange e) {
            return "out of range";
        }
    }

    /** Many at once are what each is by itself, and as out of range. */
    private static void seesManyAsEach(Expression expression, World world) {
        Object[] subjects = {"subject", "subject", "beyond those that are asked"};
        if (expression.type().words()) {
            String[] texts = {"", "", "left"};
            bothOrNeither(expression, world, () -> expression.words(subjects, 2, world, texts), () -> {
                String text = expression.words("subject", world);
                assertArrayEquals(new String[] {text, text, "left"}, texts);
            });
        } else if (expression.type().truth()) {
            boolean[] held = {true, false, true};
            bothOrNeither(expression, world, () -> expression.hold(subjects, 2, world, held), () -> {
                boolean holds = expression.holds("subject", world);
                assertArrayEquals(new boolean[] {holds, holds, true}, held);
            });
        } else if (expression.type().whole()) {
            long[] wholes = {1, 2, 3};
            bothOrNeither(expression, world, () -> expression.wholes(subjects, 2, world, wholes), () -> {
                long whole = expression.whole("subject", world);
                assertArrayEquals(new long[] {whole, whole, 3}, wholes);
            });
        } else {
            double[] numbers = {1, 2, 3};
            bothOrNeither(expression, world, () -> expression.numbers(subjects, 2, world, numbers), () -> {
                double number = expression.number("subject", world);
                assertArrayEquals(new double[] {number, number, 3}, numbers);
            });
        }
    }

    private static void bothOrNeither(Expression expression, World world, Runnable atOnce, Runnable comparison) {
        try {
            expression.value("subject", world);
        } catch (OutOfRange ofOne) {
            assertEquals(
                    ofOne.text(), assertThrows(OutOfRange.class, atOnce::run).text());
            return;
        }
        atOnce.run();
        comparison.run();
    }

    private static String written(Value value) {
        if (value.raw() instanceof Truth truth) return truth.name().toLowerCase(Locale.ROOT);
        String kind = value.type().kind().name().toLowerCase(Locale.ROOT);
        if (value.raw() instanceof String text) return (kind.equals("text") ? "text " + text : text).stripTrailing();
        if (value.type().kind() == Kind.TIME) {
            LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli((Long) value.raw()), World.ZONE);
            return "time " + (local.toString().endsWith("T00:00") ? local.toLocalDate() : local);
        }
        BigDecimal number = value.raw() instanceof Long money
                ? BigDecimal.valueOf(money, MoneyMath.SCALE)
                : BigDecimal.valueOf((Double) value.raw()).setScale(12, java.math.RoundingMode.HALF_EVEN);
        String digits = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return kind + " " + digits;
    }
}
