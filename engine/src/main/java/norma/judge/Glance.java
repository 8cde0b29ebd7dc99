package norma.judge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import norma.calendar.Pauses;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Truth;
import org.jspecify.annotations.Nullable;

/**
 * One subject after another as many rules see it now: a condition or a value that several rules have in common is worked out
 * once, and what the subject refers to is found once.
 */
final class Glance implements Scene {

    /** Gives one number to all expressions that mean the same. */
    static final class Slots {

        private final Map<String, Integer> byMeaning = new HashMap<>();

        int of(Expression expression) {
            return byMeaning.computeIfAbsent(expression.meaning(), meaning -> byMeaning.size());
        }
    }

    private final Scene scene;
    private Object subject = "";
    private int turn;
    private int[] turns = new int[0];
    private Truth[] truths = new Truth[0];
    private double[] numbers = new double[0];
    private int[] laterTurns = new int[0];
    private long[] laterMoments = new long[0];
    private double[] laterNumbers = new double[0];
    private @Nullable String foundType;
    private @Nullable String foundId;
    private @Nullable Object found;

    Glance(Scene scene) {
        this.scene = scene;
    }

    Glance at(Object next) {
        subject = next;
        turn++;
        foundId = null;
        return this;
    }

    Object subject() {
        return subject;
    }

    Truth truth(int slot, Expression condition) {
        makeRoom(slot);
        if (turns[slot] != turn) {
            truths[slot] = condition.truth(subject, this);
            turns[slot] = turn;
        }
        return truths[slot];
    }

    double number(int slot, Expression value) {
        makeRoom(slot);
        if (turns[slot] != turn) {
            numbers[slot] = value.number(subject, this);
            turns[slot] = turn;
        }
        return numbers[slot];
    }

    /** What the value will be at a moment; of the moments the last that was asked for is remembered. */
    double number(int slot, Expression value, long moment) {
        makeRoom(slot);
        if (laterTurns[slot] != turn || laterMoments[slot] != moment) {
            laterNumbers[slot] = value.number(subject, new Then(this, moment));
            laterMoments[slot] = moment;
            laterTurns[slot] = turn;
        }
        return laterNumbers[slot];
    }

    private void makeRoom(int slot) {
        if (slot < turns.length) return;
        int room = Math.max(16, 2 * (slot + 1));
        turns = Arrays.copyOf(turns, room);
        truths = Arrays.copyOf(truths, room);
        numbers = Arrays.copyOf(numbers, room);
        laterTurns = Arrays.copyOf(laterTurns, room);
        laterMoments = Arrays.copyOf(laterMoments, room);
        laterNumbers = Arrays.copyOf(laterNumbers, room);
    }

    @Override
    public long now() {
        return scene.now();
    }

    @Override
    public Pauses pauses(Object of) {
        return scene.pauses(of);
    }

    @Override
    public @Nullable Object find(String factType, String id) {
        if (!id.equals(foundId) || !factType.equals(foundType)) {
            found = scene.find(factType, id);
            foundType = factType;
            foundId = id;
        }
        return found;
    }

    @Override
    public long whole(String kpi, String over, Object of) {
        return scene.whole(kpi, over, of);
    }

    @Override
    public double number(String kpi, String over, Object of) {
        return scene.number(kpi, over, of);
    }

    @Override
    public @Nullable String words(String kpi, String over, Object of) {
        return scene.words(kpi, over, of);
    }
}
