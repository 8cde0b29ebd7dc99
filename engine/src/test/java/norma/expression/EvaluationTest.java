package norma.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        try {
            Value value = expression.get().value("subject", world);
            return value.defined() ? written(value) : "?";
        } catch (OutOfRange e) {
            return "out of range";
        }
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
