package norma.expression;

import norma.calendar.Pauses;
import org.jspecify.annotations.Nullable;

/** The world at the moment of evaluation. */
public interface Scene {

    /** The as-of time, in epoch milliseconds. */
    long now();

    /** The held time of this subject, which leaves every duration. */
    Pauses pauses(Object subject);

    /** The fact that a reference leads to; null when there is none. */
    @Nullable
    Object find(String factType, String id);

    /**
     * The same of the first many references at once.
     *
     * @param ids a null one leads nowhere
     * @param into written over
     */
    default void find(String factType, @Nullable String[] ids, int many, @Nullable Object[] into) {
        for (int i = 0; i < many; i++) {
            String id = ids[i];
            into[i] = id == null ? null : find(factType, id);
        }
    }

    /** A reading of money or time for the scope of this subject; {@code over} is empty for the KPI's first period. */
    long whole(String kpi, String over, Object subject);

    double number(String kpi, String over, Object subject);

    @Nullable
    String words(String kpi, String over, Object subject);
}
