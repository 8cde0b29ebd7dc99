package norma.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.fact.Fact;

/** Conditions of the KPI of a panel. One that several of them ask is looked at once for each of some facts. */
final class SharedConditions {

    private final List<Expression> conditions = new ArrayList<>();
    private boolean[][] known = {};
    private boolean[][] holds = {};
    private int place;

    /** The index by which to ask; conditions of one meaning are one condition. */
    int index(Expression condition) {
        for (int i = 0; i < conditions.size(); i++)
            if (conditions.get(i).meaning().equals(condition.meaning())) return i;
        conditions.add(condition);
        known = new boolean[conditions.size()][Batch.MOST];
        holds = new boolean[conditions.size()][Batch.MOST];
        return conditions.size() - 1;
    }

    /** So many others are looked at from here on, the first of them now. */
    void turn(int facts) {
        for (boolean[] ofCondition : known) Arrays.fill(ofCondition, 0, facts, false);
        place = 0;
    }

    /** Which of them is looked at now. */
    void at(int fact) {
        place = fact;
    }

    boolean hold(int index, Fact fact, Scene scene) {
        boolean[] ofCondition = known[index];
        if (!ofCondition[place]) {
            holds[index][place] = conditions.get(index).holds(fact, scene);
            ofCondition[place] = true;
        }
        return holds[index][place];
    }
}
