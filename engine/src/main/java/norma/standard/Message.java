package norma.standard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import norma.expression.Expression;

/** What a deviation says, in both languages. */
public record Message(Template en, Template ru) {

    public Template in(Locale locale) {
        return locale.getLanguage().equals("ru") ? ru : en;
    }

    /** A text with places to fill. */
    public record Template(List<Part> parts) {}

    public sealed interface Part {

        record Words(String text) implements Part {}

        /**
         * @param name {@code title}, {@code value}, {@code limit}, {@code norm}, {@code severity}, or what the value is of
         * @param value of the subject; empty for the five names above
         */
        record Place(String name, Optional<Expression> value) implements Part {}
    }
}
