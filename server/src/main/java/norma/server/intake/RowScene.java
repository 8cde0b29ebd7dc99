package norma.server.intake;

import norma.calendar.Pauses;
import norma.expression.Scene;
import norma.expression.Undefined;
import org.jspecify.annotations.Nullable;

/** A row stands alone: there is no present moment, no held time, no other fact and no reading. */
final class RowScene implements Scene {

    static final RowScene ONLY = new RowScene();

    private RowScene() {}

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
