package norma.fact;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is so: immutable, replaced by its next version when it changes.
 *
 * <p>A component whose getter gives another type has another name: {@code amountExact} in ten-thousandths, {@code
 * createdAtMillis}. Drools takes a record's accessor for a property too, and which of two namesakes it finds first is
 * left to chance.
 */
public sealed interface Fact
        permits Absence,
                Activity,
                Client,
                Complaint,
                Contact,
                Deal,
                Employee,
                Expense,
                Hold,
                Lead,
                Plan,
                Product,
                Report,
                Sale,
                ServiceCost,
                Survey,
                Team,
                Visit {

    /** What tells a fact from all others. */
    record Key(FactType type, String id) {}

    String id();

    default Key key() {
        return new Key(type(), id());
    }

    @Nullable
    String title();

    /** The firm's own attributes, by name; a value is a String, Long (money, time), Double or Boolean. */
    Map<String, Object> attributes();

    FactType type();

    default String getId() {
        return id();
    }

    default @Nullable String getTitle() {
        return title();
    }

    default Map<String, Object> getAttributes() {
        return attributes();
    }

    /** The title, or the id of a fact without one. */
    default String name() {
        String title = title();
        return title == null ? id() : title;
    }
}
