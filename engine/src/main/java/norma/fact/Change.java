package norma.fact;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields of one fact set at one time. The state of a day is the sum of the changes up to it.
 *
 * @param at epoch milliseconds; {@link #START} for what was so before everything
 * @param set values as in {@link Values}; null makes a field undefined
 */
public record Change(FactType type, String id, long at, Map<String, @Nullable Object> set) {

    /** Before every time that can be written. */
    public static final long START = Long.MIN_VALUE + 1;

    public Change {
        set = FieldValues.copyOf(set);
    }

    /** Of the fact that it is of. */
    public Fact.Key key() {
        return new Fact.Key(type, id);
    }
}
