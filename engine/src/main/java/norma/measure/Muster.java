package norma.measure;

import java.util.List;
import norma.expression.Scene;
import norma.fact.Fact;

/**
 * Facts that go in together: those of one scope one after the other, by the axis that has most scopes, so that the cells of a
 * scope are at hand while its facts are counted.
 */
final class Muster {

    private final Fact[] facts;
    private final int[][] numbers;
    private final int[] order;

    /** @param axes in the order of their indexes */
    Muster(Fact[] facts, List<Axis> axes, Scene scene) {
        this.facts = facts;
        this.numbers = new int[axes.size()][facts.length];
        for (Axis axis : axes) {
            int[] ofAxis = numbers[axis.index()];
            for (int i = 0; i < ofAxis.length; i++) ofAxis[i] = axis.number(facts[i], scene);
        }
        this.order = order(axes);
    }

    private int[] order(List<Axis> axes) {
        Axis widest = null;
        for (Axis axis : axes) if (widest == null || axis.size() > widest.size()) widest = axis;
        int[] sorted = new int[facts.length];
        int[] ofWidest = widest == null ? new int[facts.length] : numbers[widest.index()];
        int[] next = new int[(widest == null ? 0 : widest.size()) + 2];
        for (int number : ofWidest) next[number + 1]++;
        for (int number = 1; number < next.length; number++) next[number] += next[number - 1];
        for (int i = 0; i < sorted.length; i++) sorted[next[ofWidest[i]]++] = i;
        return sorted;
    }

    /** Takes a fact and its scopes, by the indexes of their axes. */
    interface Visitor {
        void visit(Fact fact, int[] numbers);
    }

    void forEach(Visitor visitor) {
        int[] ofFact = new int[numbers.length];
        for (int i : order) {
            for (int axis = 0; axis < ofFact.length; axis++) ofFact[axis] = numbers[axis][i];
            visitor.visit(facts[i], ofFact);
        }
    }
}
