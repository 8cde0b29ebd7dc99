package norma.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import norma.calendar.WorkingCalendar;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Fact;
import norma.standard.Dimension;
import norma.standard.Kpi;

/**
 * Measures the KPI of one type of fact in one pass over a fact: what several of them need, the values of its dimensions and
 * the days of its times, is looked up once.
 */
final class TypeMeasurer {

    private final Scene scene;
    private final WorkingCalendar calendar;
    private final Map<List<String>, Integer> axisOf = new HashMap<>();
    private final Map<String, Integer> timeOf = new HashMap<>();
    private final List<Axis> axes = new ArrayList<>();
    private final List<Expression> times = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private final Case one = new Case();
    private int[] numbers = {};
    private long[] moments = {};
    private long[] days = {};

    /** A cube, and which of the shared values it uses; time -1 for a snapshot. */
    private record Seat(Cube cube, int[] axes, int[] numbers, int time) {}

    TypeMeasurer(WorkingCalendar calendar, Scene scene) {
        this.calendar = calendar;
        this.scene = scene;
    }

    Cube measure(Kpi kpi, Shape shape, List<List<Dimension>> cuts, long today) {
        int[] used = cuts.stream().mapToInt(this::axis).toArray();
        Cube cube = new Cube(
                kpi, shape, cuts.stream().map(cut -> axes.get(axis(cut))).toList(), today);
        seats.add(new Seat(
                cube, used, new int[used.length], kpi.at().map(this::time).orElse(-1)));
        numbers = new int[axes.size()];
        moments = new long[times.size()];
        days = new long[times.size()];
        return cube;
    }

    private int axis(List<Dimension> cut) {
        return axisOf.computeIfAbsent(Scope.names(cut), names -> {
            axes.add(new Axis(cut));
            return axes.size() - 1;
        });
    }

    private int time(Expression at) {
        return timeOf.computeIfAbsent(at.text(), text -> {
            times.add(at);
            return times.size() - 1;
        });
    }

    List<Cube> cubes() {
        return seats.stream().map(Seat::cube).toList();
    }

    /**
     * Puts a fact in or takes it out.
     *
     * @param now the moment up to which the world is known
     * @return the earliest moment after it at which the fact must be taken out and put in again;
     *     {@link Long#MAX_VALUE} for never
     */
    long count(Fact fact, long now, int sign) {
        one.now = now;
        one.turnsAt = Long.MAX_VALUE;
        for (int i = 0; i < moments.length; i++) {
            moments[i] = moment(times.get(i), fact);
            days[i] = Undefined.is(moments[i]) ? 0 : calendar.dayOf(moments[i]);
        }
        for (int i = 0; i < numbers.length; i++) numbers[i] = axes.get(i).number(fact, scene);
        for (Seat seat : seats) count(fact, seat, sign);
        return one.turnsAt;
    }

    private long moment(Expression at, Fact fact) {
        try {
            return at.whole(fact, scene);
        } catch (ArithmeticException outOfRange) {
            return Undefined.LONG;
        }
    }

    private void count(Fact fact, Seat seat, int sign) {
        Cube cube = seat.cube();
        int time = seat.time();
        if (!cube.read(fact, time < 0 ? Undefined.LONG : moments[time], scene, one)) return;
        for (int i = 0; i < seat.axes().length; i++) seat.numbers()[i] = numbers[seat.axes()[i]];
        cube.count(one, day(cube, time), seat.numbers(), sign);
    }

    private long day(Cube cube, int time) {
        if (Undefined.is(one.at)) return 0;
        return cube.shape().aggregate().places() || time < 0 ? calendar.dayOf(one.at) : days[time];
    }
}
