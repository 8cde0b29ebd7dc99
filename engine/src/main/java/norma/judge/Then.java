package norma.judge;

import norma.calendar.Pauses;
import norma.expression.Scene;
import org.jspecify.annotations.Nullable;

/** The same world at another time. */
record Then(Scene world, long now) implements Scene {

    @Override
    public Pauses pauses(Object subject) {
        return world.pauses(subject);
    }

    @Override
    public @Nullable Object find(String factType, String id) {
        return world.find(factType, id);
    }

    @Override
    public long whole(String kpi, String over, Object subject) {
        return world.whole(kpi, over, subject);
    }

    @Override
    public double number(String kpi, String over, Object subject) {
        return world.number(kpi, over, subject);
    }

    @Override
    public @Nullable String words(String kpi, String over, Object subject) {
        return world.words(kpi, over, subject);
    }
}
