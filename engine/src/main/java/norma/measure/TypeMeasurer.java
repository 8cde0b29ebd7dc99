package norma.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import norma.calendar.WorkingCalendar;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Fact;
import norma.standard.Dimension;
import norma.standard.Kpi;
import norma.standard.Over;

/**
 * Measures the KPI of one type of fact in one pass over a fact: what several of them need, the values of its dimensions and
 * the days of its times, is looked up once.
 */
final class TypeMeasurer {

    private static final String SNAPSHOT = "";

    private final Scene scene;
    private final WorkingCalendar calendar;
    private final Map<List<String>, Axis> axes = new HashMap<>();
    private final List<Axis> axesInOrder = new ArrayList<>();
    private final Map<String, Panel> byTime = new HashMap<>();
    private final List<Seat> seats = new ArrayList<>();
    private final List<Cube> cubes = new ArrayList<>();
    private int[] numbers = {};

    /** A panel, and the time by which it places its cases; none for a snapshot and for KPI that place them themselves. */
    private record Seat(Panel panel, List<Expression> time) {}

    TypeMeasurer(WorkingCalendar calendar, Scene scene) {
        this.calendar = calendar;
        this.scene = scene;
    }

    /** Adds a KPI; all are added before the first fact. */
    Cube measure(Kpi kpi, Aggregate aggregate, List<Over> overs, List<List<Dimension>> cuts, long today) {
        Panel panel = aggregate.places()
                ? panel(List.of(), today)
                : byTime.computeIfAbsent(
                        kpi.at().map(Expression::text).orElse(SNAPSHOT),
                        text -> panel(kpi.at().stream().toList(), today));
        Cube cube =
                panel.add(kpi, aggregate, overs, cuts.stream().map(this::axis).toList());
        cubes.add(cube);
        numbers = new int[axesInOrder.size()];
        return cube;
    }

    private Panel panel(List<Expression> time, long today) {
        Panel panel = new Panel(calendar, today);
        seats.add(new Seat(panel, time));
        return panel;
    }

    private Axis axis(List<Dimension> cut) {
        return axes.computeIfAbsent(Scope.names(cut), names -> {
            Axis axis = new Axis(cut, axesInOrder.size());
            axesInOrder.add(axis);
            return axis;
        });
    }

    /** Whether no KPI is left. */
    boolean isEmpty() {
        return seats.stream().allMatch(seat -> seat.panel().isEmpty());
    }

    List<Panel> panels() {
        return seats.stream().map(Seat::panel).toList();
    }

    /**
     * Puts a fact in or takes it out.
     *
     * @param now the moment up to which the world is known
     * @return the earliest moment after it at which the fact must be taken out and put in again;
     *     {@link Long#MAX_VALUE} for never
     */
    long count(Fact fact, long now, int sign) {
        for (int i = 0; i < numbers.length; i++) numbers[i] = axesInOrder.get(i).number(fact, scene);
        long turnsAt = Long.MAX_VALUE;
        for (Seat seat : seats) {
            turnsAt = Math.min(turnsAt, read(seat, fact, now));
            seat.panel().count(seat.panel().brought(), numbers, sign);
        }
        return turnsAt;
    }

    /**
     * Puts many facts in at once, in parts when there are hands for them, and notes those that will have to be taken out and put
     * in again.
     */
    void enter(Collection<Fact> facts, long now, Wakes wakes, Crew crew) {
        int parts = crew.pieces(facts.size());
        Muster muster = new Muster(facts.toArray(Fact[]::new), axesInOrder, scene, crew);
        List<TypeMeasurer> measurers = new ArrayList<>();
        List<Wakes> ofParts = new ArrayList<>();
        List<Runnable> work = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            TypeMeasurer measurer = part == 0 ? this : twin(now);
            Wakes own = part == 0 ? wakes : new Wakes();
            int each = part;
            measurers.add(measurer);
            ofParts.add(own);
            work.add(() -> muster.forEach(each, parts, measurer.entering(now, own)));
        }
        crew.share(work);
        for (int part = 1; part < parts; part++) {
            takeOver(measurers.get(part), crew);
            wakes.addAll(ofParts.get(part));
        }
        panels().forEach(Panel::changeAll);
    }

    private Consumer<Batch> entering(long now, Wakes wakes) {
        List<Intake> intakes = panels().stream().map(Panel::intake).toList();
        return batch -> {
            for (int i = 0; i < intakes.size(); i++) {
                Seat seat = seats.get(i);
                seat.panel().put(batch, intakes.get(i), seat.time(), now, scene);
            }
            for (int i = 0; i < batch.size; i++) wakes.put(batch.turnsAt[i], batch.facts[i]);
        };
    }

    /** The same KPI over the same axes, and no fact yet. */
    private TypeMeasurer twin(long now) {
        TypeMeasurer twin = new TypeMeasurer(calendar, scene);
        twin.axes.putAll(axes);
        twin.axesInOrder.addAll(axesInOrder);
        for (Cube cube : cubes) {
            List<List<Dimension>> cuts =
                    cube.axes().stream().map(Axis::dimensions).toList();
            twin.measure(cube.kpi(), cube.aggregate(), cube.overs(), cuts, calendar.dayOf(now));
        }
        return twin;
    }

    /** Takes over what another one of the same KPI has counted, cut by cut. */
    void merge(TypeMeasurer other, Crew crew) {
        takeOver(other, crew);
        panels().forEach(Panel::changeAll);
    }

    private void takeOver(TypeMeasurer other, Crew crew) {
        int[][] here = new int[axesInOrder.size()][];
        for (Axis axis : axesInOrder) here[axis.index()] = axis.numbers(other.axesInOrder.get(axis.index()));
        List<Runnable> work = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++)
            work.addAll(seats.get(i).panel().merging(other.seats.get(i).panel(), here));
        crew.share(work);
    }

    private long read(Seat seat, Fact fact, long now) {
        boolean timed = !seat.time().isEmpty();
        long at = timed ? Intake.moment(seat.time().get(0), fact, scene) : Undefined.LONG;
        if (timed && Undefined.is(at)) {
            seat.panel().brought().many = 0;
            return Long.MAX_VALUE;
        }
        return seat.panel().read(fact, at, Undefined.is(at) ? 0 : calendar.dayOf(at), now, scene);
    }

    /** What a fact has put in: its scopes by axis, and what it brought to each panel. */
    record Share(int[] numbers, List<Brought> brought) {}

    /** Looks what a fact has put in; it stays in until {@link #takeOut} or {@link #change}. */
    Share share(Fact fact, long now) {
        List<Brought> brought = new ArrayList<>(seats.size());
        for (Seat seat : seats) {
            read(seat, fact, now);
            brought.add(seat.panel().brought().copy());
        }
        for (int i = 0; i < numbers.length; i++) numbers[i] = axesInOrder.get(i).number(fact, scene);
        return new Share(numbers.clone(), brought);
    }

    void takeOut(Share share) {
        for (int i = 0; i < seats.size(); i++)
            seats.get(i).panel().count(share.brought().get(i), share.numbers(), -1);
    }

    /** Takes out what the fact had put in and puts in what it brings now, as far as they differ; as {@link #count}. */
    long change(Share share, Fact fact, long now) {
        for (int i = 0; i < numbers.length; i++) numbers[i] = axesInOrder.get(i).number(fact, scene);
        long turnsAt = Long.MAX_VALUE;
        for (int i = 0; i < seats.size(); i++) {
            Panel panel = seats.get(i).panel();
            turnsAt = Math.min(turnsAt, read(seats.get(i), fact, now));
            Brought before = share.brought().get(i);
            if (panel.isSame(numbers, share.numbers())) Brought.strip(before, panel.brought());
            panel.count(before, share.numbers(), -1);
            panel.count(panel.brought(), numbers, 1);
        }
        return turnsAt;
    }
}
