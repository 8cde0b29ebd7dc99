package norma.measure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.fact.Fact;

/** Conditions of the KPI of a panel. One that several of them ask is looked at once for each of some facts. */
final class SharedConditions {

    private final List<Expression> conditions = new ArrayList<>();
    private final List<Answers> answers = new ArrayList<>();
    private Fact[] facts = {};
    private BitSet some = new BitSet();

    /** Of one condition, by fact. */
    private static final class Answers {
        private final BitSet held = new BitSet(Batch.MOST);
        private final BitSet outOfRange = new BitSet(Batch.MOST);
        private boolean known;
    }

    /** The index by which to ask; conditions of one meaning are one condition. */
    int index(Expression condition) {
        for (int i = 0; i < conditions.size(); i++)
            if (conditions.get(i).meaning().equals(condition.meaning())) return i;
        conditions.add(condition);
        answers.add(new Answers());
        return conditions.size() - 1;
    }

    /** From here on some of these facts are looked at. */
    void turn(Fact[] others, BitSet which) {
        facts = others;
        some = which;
        for (Answers ofCondition : answers) ofCondition.known = false;
    }

    Fact[] facts() {
        return facts;
    }

    /** All that are looked at. */
    BitSet all() {
        return some;
    }

    /** Those of them for which the condition holds, and those for which a value in it is out of range. */
    BitSet held(int index, Scene scene) {
        Answers known = answers.get(index);
        if (!known.known) ask(conditions.get(index), known, scene);
        return known.held;
    }

    /** Whether a value in the condition is out of range; after {@link #held}. */
    boolean isOutOfRange(int index, int place) {
        return answers.get(index).outOfRange.get(place);
    }

    private void ask(Expression condition, Answers into, Scene scene) {
        into.held.clear();
        into.outOfRange.clear();
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            try {
                if (condition.holds(facts[i], scene)) into.held.set(i);
            } catch (ArithmeticException outOfRange) {
                into.held.set(i);
                into.outOfRange.set(i);
            }
        }
        into.known = true;
    }
}
