package norma.expression;

import norma.calendar.Pauses;
import org.jspecify.annotations.Nullable;

/** For what stands alone, as a constant or a row of a file: there is no present moment, no held time, no fact and no reading. */
public enum Nowhere implements Scene {
    SCENE;

    @Override
    public long now() {
        return Undefined.LONG;
    }

    @Override
    public Pauses pauses(Object subject) {
        return Pauses.none();
    }

    @Override
    public @Nullable Object find(String factType, String id) {
        return null;
    }

    @Override
    public long whole(String kpi, String over, Object subject) {
        return Undefined.LONG;
    }

    @Override
    public double number(String kpi, String over, Object subject) {
        return Undefined.DOUBLE;
    }

    @Override
    public @Nullable String words(String kpi, String over, Object subject) {
        return null;
    }
}
