package norma.standard.yaml;

import norma.calendar.Pauses;
import norma.expression.Scene;
import norma.expression.Undefined;
import org.jspecify.annotations.Nullable;

/** The scene of a constant: there is nothing in it to read. */
enum Nowhere implements Scene {
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
