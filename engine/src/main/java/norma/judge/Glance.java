package norma.judge;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import norma.calendar.Pauses;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Truth;
import norma.standard.NormTable;
import norma.standard.Subject;
import org.jspecify.annotations.Nullable;

/**
 * One subject after another as many rules see it now: a condition or a value that several rules have in common is worked out
 * once, what the subject refers to is found once, and limits are looked up once for all subjects that norms do not tell apart.
 */
final class Glance implements Scene {

    /** Numbers what rules have in common. A glance is of the rules that were there when it was made. */
    static final class Slots {

        private final Map<String, Integer> byMeaning = new HashMap<>();
        private final Map<String, Cohorts> byDimensions = new HashMap<>();
        private final BitSet ending = new BitSet();
        private int norms;

        /** One number for all expressions that mean the same. */
        int of(Expression expression) {
            return byMeaning.computeIfAbsent(expression.meaning(), meaning -> byMeaning.size());
        }

        /** One for all norms of the same dimensions. */
        Cohorts cohorts(Subject on, NormTable table) {
            StringBuilder key = new StringBuilder(on.name());
            Cohorts.dimensions(table).forEach(dimension -> key.append(' ')
                    .append(dimension.binding().name()));
            Cohorts cohorts = byDimensions.computeIfAbsent(key.toString(), k -> new Cohorts(Cohorts.dimensions(table)));
            cohorts.add(table);
            return cohorts;
        }

        /** Whether most of what is numbered is of rules that are no more. */
        boolean areWorn(int rules) {
            return norms > 2 * rules;
        }

        /** @param ends whether a row of it ends some day, so that its limits change with time */
        int norm(boolean ends) {
            ending.set(norms, ends);
            return norms++;
        }
    }

    private final Scene scene;
    private final BitSet ending;
    private long moment;
    private Object subject = "";
    private long turn;
    private final long[] turns;
    private final Truth[] truths;
    private final double[] numbers;
    private final long[] wholes;
    private final long[] laterTurns;
    private final long[] laterMoments;
    private final double[] laterNumbers;
    private final Bounds[][] bounds;
    /** Of norms whose rows end: the moment that the bounds are of. */
    private final long[] boundsAt;

    private long cohortTurn;
    private @Nullable Cohorts cohortsOf;
    private int cohort;
    private long nearTurn;
    private @Nullable Cohorts nearOf;
    private int near;
    private @Nullable String foundType;
    private @Nullable String foundId;
    private @Nullable Object found;

    Glance(Scene scene, Slots slots) {
        this.scene = scene;
        this.moment = scene.now();
        int meanings = slots.byMeaning.size();
        turns = new long[meanings];
        truths = new Truth[meanings];
        numbers = new double[meanings];
        wholes = new long[meanings];
        laterTurns = new long[meanings];
        laterMoments = new long[meanings];
        laterNumbers = new double[meanings];
        bounds = new Bounds[slots.norms][0];
        boundsAt = new long[slots.norms];
        ending = slots.ending;
    }

    /** Time may have passed since it was used last, or it was turned to another time. */
    Glance again() {
        moment = scene.now();
        return this;
    }

    /** From here on as it all is at another time, until {@link #again}. */
    Glance at(Object next, long then) {
        moment = then;
        return at(next);
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
        if (turns[slot] != turn) {
            truths[slot] = condition.truth(subject, this);
            turns[slot] = turn;
        }
        return truths[slot];
    }

    long whole(int slot, Expression value) {
        if (turns[slot] != turn) {
            wholes[slot] = value.whole(subject, this);
            turns[slot] = turn;
        }
        return wholes[slot];
    }

    double number(int slot, Expression value) {
        if (turns[slot] != turn) {
            numbers[slot] = value.number(subject, this);
            turns[slot] = turn;
        }
        return numbers[slot];
    }

    /** What the value will be at a moment; of the moments the last that was asked for is remembered. */
    double number(int slot, Expression value, long then) {
        if (laterTurns[slot] != turn || laterMoments[slot] != then) {
            laterNumbers[slot] = later(value, then);
            laterMoments[slot] = then;
            laterTurns[slot] = turn;
        }
        return laterNumbers[slot];
    }

    private double later(Expression value, long then) {
        long now = moment;
        moment = then;
        try {
            return value.number(subject, this);
        } finally {
            moment = now;
        }
    }

    int cohort(Cohorts cohorts) {
        if (cohortTurn != turn || cohortsOf != cohorts) {
            cohort = cohorts.of(subject, this);
            cohortsOf = cohorts;
            cohortTurn = turn;
        }
        return cohort;
    }

    /** That which the subject's own fields lead to: many cohorts may be part of it. */
    int nearCohort(Cohorts cohorts) {
        if (nearTurn != turn || nearOf != cohorts) {
            near = cohorts.near(subject, this);
            nearOf = cohorts;
            nearTurn = turn;
        }
        return near;
    }

    /** What a norm says for the subject; null when it was not looked up yet for those of its cohort. */
    @Nullable
    Bounds bounds(int norm, Cohorts cohorts) {
        int ofSubject = cohort(cohorts);
        if (ending.get(norm) && boundsAt[norm] != moment) return null;
        Bounds[] known = bounds[norm];
        return ofSubject < known.length ? known[ofSubject] : null;
    }

    /** Keeps what a norm says for the subject, which was just asked for. */
    Bounds keep(int norm, Bounds found) {
        if (ending.get(norm) && boundsAt[norm] != moment) {
            bounds[norm] = new Bounds[0];
            boundsAt[norm] = moment;
        }
        if (cohort >= bounds[norm].length) bounds[norm] = Arrays.copyOf(bounds[norm], 2 * (cohort + 1));
        bounds[norm][cohort] = found;
        return found;
    }

    @Override
    public long now() {
        return moment;
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
