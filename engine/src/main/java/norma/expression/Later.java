package norma.expression;

import norma.calendar.Pauses;
import org.jspecify.annotations.Nullable;

/** The same world at another moment. */
final class Later implements Scene {

    private final Scene scene;
    private long now;

    Later(Scene scene) {
        this.scene = scene;
        this.now = scene.now();
    }

    Later at(long moment) {
        now = moment;
        return this;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public Pauses pauses(Object subject) {
        return scene.pauses(subject);
    }

    @Override
    public @Nullable Object find(String factType, String id) {
        return scene.find(factType, id);
    }

    @Override
    public long whole(String kpi, String over, Object subject) {
        return scene.whole(kpi, over, subject);
    }

    @Override
    public double number(String kpi, String over, Object subject) {
        return scene.number(kpi, over, subject);
    }

    @Override
    public @Nullable String words(String kpi, String over, Object subject) {
        return scene.words(kpi, over, subject);
    }
}
