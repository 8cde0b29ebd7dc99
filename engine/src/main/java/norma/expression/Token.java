package norma.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The smallest parts of an expression; {@code from} (inclusive) and {@code to} (exclusive) are its characters. */
sealed interface Token {

    int from();

    int to();

    default boolean is(String sign) {
        return false;
    }

    record Sign(int from, int to, String text) implements Token {
        @Override
        public boolean is(String sign) {
            return text.equals(sign);
        }
    }

    /** @param quoted in back quotes, so never a key word or a function */
    record Name(int from, int to, String path, boolean quoted) implements Token {
        @Override
        public boolean is(String word) {
            return !quoted && path.equals(word);
        }
    }

    record Numeral(int from, int to, BigDecimal value, Optional<Type> unit) implements Token {}

    record Quoted(int from, int to, String text) implements Token {}

    record Day(int from, int to, LocalDate date) implements Token {}

    record End(int from, int to) implements Token {}
}
