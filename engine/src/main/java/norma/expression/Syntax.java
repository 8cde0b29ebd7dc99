package norma.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An expression as it was written; {@code from} (inclusive) and {@code to} (exclusive) are its characters. */
sealed interface Syntax {

    int from();

    int to();

    /** @param unit empty for a bare number, which takes the unit of what stands beside it */
    record Numeral(int from, int to, BigDecimal value, Optional<Type> unit) implements Syntax {}

    /** A text in quotes. */
    record Quoted(int from, int to, String text) implements Syntax {}

    record Day(int from, int to, LocalDate date) implements Syntax {}

    record Flag(int from, int to, boolean value) implements Syntax {}

    record Now(int from, int to) implements Syntax {}

    /** A field, a KPI, a value of an enumeration, a list or a calendar: the place decides. */
    record Word(int from, int to, String path) implements Syntax {}

    /** @param nameTo where the function's name ends */
    record Call(int from, int nameTo, int to, String function, List<Syntax> arguments) implements Syntax {}

    record Minus(int from, int to, Syntax of) implements Syntax {}

    record Sum(int from, int to, Operator operator, Syntax left, Syntax right) implements Syntax {}

    record Comparison(int from, int to, Operator operator, Syntax left, Syntax right) implements Syntax {}

    record OneOf(int from, int to, Syntax of, List<Syntax> options, boolean negated) implements Syntax {}

    record InList(int from, int to, Syntax of, Word list, boolean negated) implements Syntax {}

    record Presence(int from, int to, Syntax of, boolean defined) implements Syntax {}

    record Not(int from, int to, Syntax of) implements Syntax {}

    record Junction(int from, int to, boolean all, List<Syntax> parts) implements Syntax {}
}
