package norma;

import norma.calendar.Pauses;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.World;
import norma.measure.Measured;
import norma.measure.Measurer;
import org.jspecify.annotations.Nullable;

/** The world as expressions see it: facts and readings at one moment. */
final class Scenery implements Scene {

    private final World world;
    private @Nullable Measurer measurer;
    private long now;

    Scenery(World world, long now) {
        this.world = world;
        this.now = now;
    }

    void measuredBy(Measurer next) {
        measurer = next;
    }

    void advance(long to) {
        now = to;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public Pauses pauses(Object subject) {
        return world.pauses(subject);
    }

    @Override
    public @Nullable Object find(String factType, String id) {
        return world.find(factType, id);
    }

    @Override
    public void find(String factType, @Nullable String[] ids, int many, @Nullable Object[] into) {
        world.find(factType, ids, many, into);
    }

    @Override
    public long whole(String kpi, String over, Object subject) {
        Measured measured = measured(kpi, over, subject);
        return measured == null ? Undefined.LONG : measured.whole();
    }

    /** {@code win_rate.cases} is a part of the reading instead of its value. */
    @Override
    public double number(String kpi, String over, Object subject) {
        int dot = kpi.indexOf('.');
        Measured measured = measured(dot < 0 ? kpi : kpi.substring(0, dot), over, subject);
        if (measured == null) return Undefined.DOUBLE;
        if (dot < 0) return measured.number();
        return switch (kpi.substring(dot + 1)) {
            case "cases" -> measured.cases();
            case "numerator" -> part(measured.numerator());
            default -> part(measured.denominator());
        };
    }

    private static double part(@Nullable Object part) {
        return part instanceof Number number ? number.doubleValue() : Undefined.DOUBLE;
    }

    @Override
    public @Nullable String words(String kpi, String over, Object subject) {
        Measured measured = measured(kpi, over, subject);
        return measured == null ? null : measured.words();
    }

    private @Nullable Measured measured(String kpi, String over, Object subject) {
        return measurer == null ? null : measurer.of(kpi, over, subject);
    }
}
