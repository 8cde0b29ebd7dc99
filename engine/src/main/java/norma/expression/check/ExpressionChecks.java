package norma.expression.check;

import java.util.List;
import norma.diagnostics.Check;

/** Every check of an expression as such. */
public final class ExpressionChecks {

    private ExpressionChecks() {}

    public static List<Check> all() {
        return List.of(
                Grammar.CHECK,
                OddCharacter.CHECK,
                UnknownFunction.CHECK,
                WrongArguments.CHECK,
                UnknownCalendar.CHECK,
                UnknownPeriod.CHECK,
                UnknownName.CHECK,
                TypeMismatch.CHECK);
    }
}
