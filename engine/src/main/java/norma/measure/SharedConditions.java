package norma.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.fact.Fact;

/** Conditions of the KPI of a panel. One that several of them ask is looked at once for a fact. */
final class SharedConditions {

    private final List<Expression> conditions = new ArrayList<>();
    private boolean[] known = {};
    private boolean[] holds = {};

    /** The index by which to ask; conditions of one meaning are one condition. */
    int index(Expression condition) {
        for (int i = 0; i < conditions.size(); i++)
            if (conditions.get(i).meaning().equals(condition.meaning())) return i;
        conditions.add(condition);
        known = new boolean[conditions.size()];
        holds = new boolean[conditions.size()];
        return conditions.size() - 1;
    }

    /** Another fact is looked at from here on. */
    void turn() {
        Arrays.fill(known, false);
    }

    boolean hold(int index, Fact fact, Scene scene) {
        if (!known[index]) {
            holds[index] = conditions.get(index).holds(fact, scene);
            known[index] = true;
        }
        return holds[index];
    }
}
