package norma.fact;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that is so: immutable, replaced by its next version when it changes. */
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

    String id();

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
