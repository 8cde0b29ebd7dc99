package norma.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import norma.fact.Fact;

/** One hand's share of the subjects that are to be looked at: what it finds is taken over when all hands are done. */
final class Sweep {

    private final Glance glance;
    private final CaseBook known;
    private final Failures failures;
    private final List<Watch> found = new ArrayList<>();
    private final List<Case> seen = new ArrayList<>();
    /** The facts of which time alone may change what is said, by number; beside it when, epoch milliseconds. */
    private int[] dues = {};

    private long[] moments = {};
    private int dueCount;

    Sweep(Glance glance, CaseBook known, Failures failures) {
        this.glance = glance;
        this.known = known;
        this.failures = failures;
    }

    List<Case> seen() {
        return seen;
    }

    Failures failures() {
        return failures;
    }

    void tellDues(DueQueue queue) {
        for (int i = 0; i < dueCount; i++) queue.set(dues[i], moments[i]);
    }

    /**
     * Looks at a fact that these rules have not seen before.
     *
     * @param number of the fact
     * @param before when others will look at it
     */
    void first(Fact fact, int number, Lineup lineup, long before) {
        glance.at(fact);
        if (!concerns(lineup)) return;
        long due = before;
        for (Yardstick yardstick : lineup.yardsticks()) {
            if (isFineUntil(due, yardstick)) continue;
            if (!isFine(yardstick)) for (Watch watch : yardstick.watches()) if (mayRaise(watch)) found.add(watch);
            due = due(yardstick, due);
        }
        tell(fact, lineup);
        if (due < before) add(number, due);
    }

    /**
     * Looks at a fact again, by the rules that read what has become of it. Up to the moment at which it will be looked at anyway
     * nothing later is worked out: most facts change again before.
     *
     * @param before when it will be looked at anyway
     */
    void again(Looks.Look look, Lineup lineup, long before) {
        Fact fact = look.fact();
        glance.at(fact);
        boolean mayGoOn = look.known() && known.knowsOf(fact);
        long due = concerns(lineup) ? before : DueQueue.NEVER;
        for (Yardstick yardstick : lineup.yardsticks()) {
            if (!mayGoOn && isFineUntil(due, yardstick)) continue;
            boolean fine = isFine(yardstick);
            for (Watch watch : yardstick.watches()) {
                boolean reads = watch.reads(look.alteration());
                if (reads && !fine && mayRaise(watch) || mayGoOn && goesOn(watch, fact, reads)) found.add(watch);
            }
            due = due(yardstick, due);
        }
        tell(fact, lineup);
        if (due != before) add(look.number(), due);
    }

    private void add(int number, long due) {
        if (dueCount == dues.length) {
            dues = Arrays.copyOf(dues, Math.max(1, 2 * dueCount));
            moments = Arrays.copyOf(moments, dues.length);
        }
        dues[dueCount] = number;
        moments[dueCount++] = due;
    }

    private void tell(Fact fact, Lineup lineup) {
        if (found.isEmpty()) return;
        lineup.sort(found);
        for (Watch watch : found) seen.add(Case.of(watch.rule().id(), fact));
        found.clear();
    }

    /** A clock that stops or goes on moves the end of a wait, whatever the rule reads. */
    private boolean goesOn(Watch watch, Fact fact, boolean reads) {
        Case each = Case.of(watch.rule().id(), fact);
        return reads ? known.knows(each) : known.isWaiting(each);
    }

    /** Looks at anything that is no fact: time alone changes nothing there. */
    void scope(Object scope, List<Watch> watches) {
        glance.at(scope);
        for (Watch watch : watches) {
            Case each = Case.of(watch.rule().id(), scope);
            if (mayRaise(watch) || known.knows(each)) seen.add(each);
        }
    }

    private boolean isFineUntil(long moment, Yardstick yardstick) {
        if (!failures.isEmpty()) return false;
        try {
            return yardstick.isFineUntil(moment, glance);
        } catch (ArithmeticException e) {
            return false;
        }
    }

    /** While something cannot be judged, each rule is asked by itself: it may be well again. */
    private boolean isFine(Yardstick yardstick) {
        if (!failures.isEmpty()) return false;
        try {
            return yardstick.isFine(glance);
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private boolean concerns(Lineup lineup) {
        try {
            return !failures.isEmpty() || lineup.concerns(glance);
        } catch (ArithmeticException e) {
            return true;
        }
    }

    private boolean mayRaise(Watch watch) {
        try {
            boolean may = watch.mayRaise(glance);
            if (!failures.isEmpty()) failures.clear(Case.of(watch.rule().id(), glance.subject()));
            return may;
        } catch (ArithmeticException e) {
            failures.record(Case.of(watch.rule().id(), glance.subject()), e);
            return false;
        }
    }

    private long due(Yardstick yardstick, long before) {
        try {
            return yardstick.due(glance, before);
        } catch (ArithmeticException e) {
            long due = before;
            for (Watch watch : yardstick.watches()) due = due(watch, due);
            return due;
        }
    }

    private long due(Watch watch, long before) {
        try {
            return new Yardstick(List.of(watch)).due(glance, before);
        } catch (ArithmeticException e) {
            failures.record(Case.of(watch.rule().id(), glance.subject()), e);
            return before;
        }
    }
}
