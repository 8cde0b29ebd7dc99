package norma.judge;

import java.util.ArrayList;
import java.util.List;
import norma.expression.Scene;
import norma.fact.Fact;

/** One hand's share of the subjects that are to be looked at: what it finds is taken over when all hands are done. */
final class Sweep {

    /** When time alone may next change what is said of a fact, epoch milliseconds; {@link Long#MAX_VALUE} for never. */
    private record Due(Fact fact, long at) {}

    private final Glance glance;
    private final CaseBook known;
    private final Failures failures;
    private final List<Case> seen = new ArrayList<>();
    private final List<Due> dues = new ArrayList<>();

    Sweep(Scene scene, CaseBook known, Failures failures) {
        this.glance = new Glance(scene);
        this.known = known;
        this.failures = failures;
    }

    List<Case> seen() {
        return seen;
    }

    Failures failures() {
        return failures;
    }

    void tellDues(DueQueue<String> queue) {
        dues.forEach(due -> queue.set(due.fact.id(), due.at));
    }

    /**
     * Looks at a fact that these rules have not seen before.
     *
     * @param before when others will look at it
     */
    void first(Fact fact, List<Watch> watches, long before) {
        glance.at(fact);
        long due = before;
        for (Watch watch : watches) {
            if (mayRaise(watch)) seen.add(Case.of(watch.rule().id(), fact));
            due = due(watch, due);
        }
        if (due < before) dues.add(new Due(fact, due));
    }

    /** Looks at a fact again, by the rules that read what has become of it. */
    void again(Looks.Look look, List<Watch> watches) {
        Fact fact = look.fact();
        glance.at(fact);
        long due = Long.MAX_VALUE;
        for (Watch watch : watches) {
            boolean reads = watch.reads(look.alteration());
            if (reads && mayRaise(watch) || look.known() && goesOn(watch, fact, reads))
                seen.add(Case.of(watch.rule().id(), fact));
            due = due(watch, due);
        }
        dues.add(new Due(fact, due));
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

    private long due(Watch watch, long before) {
        try {
            return watch.due(glance, before);
        } catch (ArithmeticException e) {
            failures.record(Case.of(watch.rule().id(), glance.subject()), e);
            return before;
        }
    }
}
