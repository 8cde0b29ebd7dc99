package norma.server.intake;

import java.util.ArrayList;
import java.util.List;
import norma.expression.Expression;
import norma.expression.Nowhere;
import norma.expression.Truth;
import norma.expression.Undefined;
import norma.server.intake.Conversions.Conversion;
import org.jspecify.annotations.Nullable;

/** The row that is being understood: the subject of every expression of a mapping. One object serves all rows of a source. */
final class Row {

    private static final int LONGEST_SHOWN = 80;

    private final String file;
    private final @Nullable String[][] found;
    private final boolean[] sought;
    private final List<Rejection> rejections = new ArrayList<>();
    private @Nullable String[] cells = new String[0];
    private long line;
    private long number;

    Row(String file, int lookups) {
        this.file = file;
        this.found = new String[lookups][];
        this.sought = new boolean[lookups];
    }

    /** @param nth number of the row within the file, from 1 */
    void begin(long at, long nth, @Nullable String[] values) {
        line = at;
        number = nth;
        rejections.clear();
        turnTo(values);
    }

    /** The same row of the file with other cells. */
    void turnTo(@Nullable String[] values) {
        cells = values;
        java.util.Arrays.fill(sought, false);
    }

    @Nullable
    String cell(int column) {
        return cells[column];
    }

    String number() {
        return Long.toString(number);
    }

    long line() {
        return line;
    }

    @Nullable
    String found(Lookup lookup, int column) {
        int nth = lookup.nth();
        if (!sought[nth]) {
            sought[nth] = true;
            found[nth] = lookup.find(this);
        }
        @Nullable String[] row = found[nth];
        return row == null ? null : row[column];
    }

    long whole(@Nullable String text, String column, Conversion conversion) {
        return converted(text, column, conversion) instanceof Long value ? value : Undefined.LONG;
    }

    double number(@Nullable String text, String column, Conversion conversion) {
        return converted(text, column, conversion) instanceof Double value ? value : Undefined.DOUBLE;
    }

    Truth truth(@Nullable String text, String column, Conversion conversion) {
        return converted(text, column, conversion) instanceof Boolean value ? Truth.of(value) : Truth.UNDEFINED;
    }

    /** Null for undefined, and for what does not convert: the row is rejected then. */
    @Nullable
    Object converted(@Nullable String text, String column, Conversion conversion) {
        if (text == null) return null;
        try {
            return conversion.of(text);
        } catch (Unreadable why) {
            reject(column, text, why);
            return null;
        }
    }

    void reject(String column, String value, Unreadable why) {
        Rejection rejection = rejection(file, line, column, value, why);
        if (!rejections.contains(rejection)) rejections.add(rejection);
    }

    static Rejection rejection(String file, long line, String column, String value, Unreadable why) {
        return new Rejection(file, line, column, shortened(value), why.reason(), why.text());
    }

    static String shortened(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN - 1) + "…";
    }

    boolean rejected() {
        return !rejections.isEmpty();
    }

    List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    /** Whether the condition is true of this row; one that cannot be calculated rejects it. */
    boolean meets(Expression condition) {
        try {
            return condition.holds(this, Nowhere.SCENE);
        } catch (ArithmeticException outOfRange) {
            reject(Columns.readBy(condition), "", cannotCalculate(condition));
            return false;
        }
    }

    static Unreadable cannotCalculate(Expression expression) {
        return new Unreadable(
                Reason.CALCULATION,
                "“" + expression.text() + "” leaves the range of money or of time",
                "«" + expression.text() + "» выходит за пределы денег или времени");
    }
}
