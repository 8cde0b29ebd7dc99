package norma.expression;

import norma.diagnostics.Text;

/**
 * The kind of a value, and the closed set that it comes from where there is one.
 *
 * @param domain for {@link Kind#TEXT} the name of the enumeration ({@code stage}); for {@link Kind#REFERENCE} the fact
 *     type ({@code employee}); for {@link Kind#NUMBER} {@code ratio} when it is a quotient of two like quantities, which
 *     may stand for a percentage; otherwise empty
 */
public record Type(Kind kind, String domain) {

    public static final Type TRUTH = new Type(Kind.TRUTH, "");
    public static final Type TEXT = new Type(Kind.TEXT, "");
    public static final Type MONEY = new Type(Kind.MONEY, "");
    public static final Type NUMBER = new Type(Kind.NUMBER, "");
    /** Money by money, count by count: fits where a plain number fits and where a percentage fits. */
    public static final Type RATIO = new Type(Kind.NUMBER, "ratio");

    public static final Type COUNT = new Type(Kind.COUNT, "");
    public static final Type PERCENT = new Type(Kind.PERCENT, "");
    public static final Type DAYS = new Type(Kind.DAYS, "");
    public static final Type WORKING_DAYS = new Type(Kind.WORKING_DAYS, "");
    public static final Type HOURS = new Type(Kind.HOURS, "");
    public static final Type WORKING_HOURS = new Type(Kind.WORKING_HOURS, "");
    public static final Type TIME = new Type(Kind.TIME, "");

    /** A text out of the named enumeration. */
    public static Type of(String domain) {
        return new Type(Kind.TEXT, domain);
    }

    /** The identifier of a fact of this type. */
    public static Type reference(String factType) {
        return new Type(Kind.REFERENCE, factType);
    }

    /** Held as {@code long} at run time. */
    public boolean whole() {
        return kind == Kind.MONEY || kind == Kind.TIME;
    }

    /** Held as {@code String} at run time. */
    public boolean words() {
        return kind == Kind.TEXT || kind == Kind.REFERENCE;
    }

    public boolean truth() {
        return kind == Kind.TRUTH;
    }

    /** Can be added up and multiplied: money, numbers, counts, percentages and durations. */
    public boolean numeric() {
        return !truth() && !words() && kind != Kind.TIME;
    }

    public boolean duration() {
        return switch (kind) {
            case DAYS, WORKING_DAYS, HOURS, WORKING_HOURS -> true;
            default -> false;
        };
    }

    /** A text that must be one of a closed set. */
    public boolean enumerated() {
        return kind == Kind.TEXT && !domain.isEmpty();
    }

    /** A plain number or a count: has no unit of its own. */
    public boolean plain() {
        return kind == Kind.NUMBER || kind == Kind.COUNT;
    }

    /** A plain number, a count or a percentage: multiplies a quantity without changing what it is. */
    public boolean unitless() {
        return plain() || kind == Kind.PERCENT;
    }

    /** Values of the two types can be compared, and stand in one place. */
    public boolean fits(Type other) {
        if (equals(other) || (plain() && other.plain())) return true;
        if (words() && other.words()) return fitsWords(other);
        return (equals(RATIO) && other.kind == Kind.PERCENT) || (kind == Kind.PERCENT && other.equals(RATIO));
    }

    private boolean fitsWords(Type other) {
        return domain.isEmpty() || other.domain.isEmpty();
    }

    /** As it is called in a message. */
    public Text describe() {
        if (kind == Kind.REFERENCE && !domain.isEmpty()) {
            return new Text("a reference to " + domain, "ссылка на " + domain);
        }
        if (enumerated()) return new Text("a " + domain + " value", "значение " + domain);
        return kind.words();
    }
}
