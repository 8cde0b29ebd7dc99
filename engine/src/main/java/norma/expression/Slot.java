package norma.expression;

import java.util.Optional;
import java.util.function.Predicate;
import norma.diagnostics.Text;

/** What a function takes in one place. */
public enum Slot {
    TIME("a time", "момент времени", Type.TIME, t -> t.equals(Type.TIME)),
    TEXT("a text", "текст", null, Type::words),
    TRUTH("a condition", "условие", Type.TRUTH, Type::truth),
    PLAIN("a plain number", "число", Type.NUMBER, Type::plain),
    DAYS("a number of days", "число дней", Type.DAYS, t -> t.plain() || t.kind() == Kind.DAYS),
    WORKING_DAYS(
            "a number of working days",
            "число рабочих дней",
            Type.WORKING_DAYS,
            t -> t.plain() || t.kind() == Kind.WORKING_DAYS),
    /** The alike ones share one type, and it is the function's result. */
    ALIKE("a value", "значение", null, t -> true),
    ALIKE_ORDERED("a number or a time", "число или момент времени", null, t -> t.numeric() || t.equals(Type.TIME)),
    ALIKE_NUMERIC("a number", "число", null, Type::numeric),
    /** The name of a calendar. */
    CALENDAR("a calendar", "календарь", null, t -> false),
    /** A text in quotes that says how a time is written. */
    PATTERN("a pattern in quotes", "шаблон в кавычках", null, t -> false);

    private final Text words;
    private final Optional<Type> hint;
    private final Predicate<Type> accepts;

    Slot(String en, String ru, @org.jspecify.annotations.Nullable Type hint, Predicate<Type> accepts) {
        this.words = new Text(en, ru);
        this.hint = Optional.ofNullable(hint);
        this.accepts = accepts;
    }

    public Text words() {
        return words;
    }

    /** What a bare number is taken for. */
    Optional<Type> hint() {
        return hint;
    }

    boolean accepts(Type type) {
        return accepts.test(type);
    }

    boolean alike() {
        return this == ALIKE || this == ALIKE_ORDERED || this == ALIKE_NUMERIC;
    }
}
