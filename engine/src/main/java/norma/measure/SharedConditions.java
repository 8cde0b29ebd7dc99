package norma.measure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import norma.expression.Expression;
import norma.expression.Scene;

/** Conditions of the KPI of a panel. One that several of them ask is looked at once for each of some facts. */
final class SharedConditions {

    private final List<Expression> conditions = new ArrayList<>();
    private final List<Answers> answers = new ArrayList<>();
    private final boolean[] held = new boolean[Batch.MOST];
    private Chosen all = new Chosen();

    /** Of one condition. */
    private static final class Answers {
        private final Chosen chosen = new Chosen();
        private final BitSet outOfRange = new BitSet();
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

    /** From here on these facts are looked at. */
    void turn(Chosen others) {
        all = others;
        for (Answers ofCondition : answers) ofCondition.known = false;
    }

    Chosen all() {
        return all;
    }

    /** Those for which the condition holds, and those for which a value in it is out of range. */
    Chosen chosen(int index, Scene scene) {
        Answers known = answers.get(index);
        if (!known.known) ask(conditions.get(index), known, scene);
        return known.chosen;
    }

    /** Whether a value in the condition is out of range for any of them; after {@link #chosen}. */
    boolean areAnyOutOfRange(int index) {
        return !answers.get(index).outOfRange.isEmpty();
    }

    /** Whether a value in the condition is out of range for the fact at a place of the batch. */
    boolean isOutOfRange(int index, int place) {
        return answers.get(index).outOfRange.get(place);
    }

    private void ask(Expression condition, Answers into, Scene scene) {
        into.outOfRange.clear();
        try {
            condition.hold(all.facts, all.many, scene, held);
        } catch (ArithmeticException ofSome) {
            for (int i = 0; i < all.many; i++) held[i] = holds(condition, i, into, scene);
        }
        into.chosen.clear();
        for (int i = 0; i < all.many; i++) if (held[i]) into.chosen.add(all.facts[i], all.places[i]);
        into.known = true;
    }

    private boolean holds(Expression condition, int i, Answers into, Scene scene) {
        try {
            return condition.holds(all.facts[i], scene);
        } catch (ArithmeticException outOfRange) {
            into.outOfRange.set(all.places[i]);
            return true;
        }
    }
}
