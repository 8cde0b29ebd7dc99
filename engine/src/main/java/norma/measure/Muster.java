package norma.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import norma.expression.Scene;
import norma.fact.Fact;
import org.jspecify.annotations.Nullable;

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
        this.order = new int[facts.length];
        this.numbers = new int[axes.size()][facts.length];
        int[][] asTheyCome = new int[axes.size()][facts.length];
        for (int from = 0; from < facts.length; from += Batch.MOST)
            number(from, Math.min(from + Batch.MOST, facts.length), axes, scene, asTheyCome);
        sort(asTheyCome, widest(axes));
    }

    /** A few facts at a time, so that they are at hand still when the next axis asks them. */
    private void number(int from, int to, List<Axis> axes, Scene scene, int[][] into) {
        Fact[] some = Arrays.copyOfRange(facts, from, to);
        for (Axis axis : axes) axis.number(some, scene, into[axis.index()], from);
    }

    private static @Nullable Axis widest(List<Axis> axes) {
        Axis widest = null;
        for (Axis axis : axes) if (widest == null || axis.size() > widest.size()) widest = axis;
        return widest;
    }

    /** Puts each fact and its numbers where they belong: each scope's go one after the other, in few places of memory at a time. */
    private void sort(int[][] asTheyCome, @Nullable Axis widest) {
        int[] ofWidest = widest == null ? new int[facts.length] : asTheyCome[widest.index()];
        int[] next = new int[(widest == null ? 0 : widest.size()) + 2];
        for (int number : ofWidest) next[number + 1]++;
        for (int number = 1; number < next.length; number++) next[number] += next[number - 1];
        for (int i = 0; i < order.length; i++) {
            int place = next[ofWidest[i]]++;
            order[place] = i;
            for (int axis = 0; axis < numbers.length; axis++) numbers[axis][place] = asTheyCome[axis][i];
        }
    }

    /** @param take good until it returns: the batch is written over */
    void forEach(Consumer<Batch> take) {
        Batch batch = new Batch(numbers.length);
        for (int from = 0; from < order.length; from += Batch.MOST) {
            batch.fill(facts, order, numbers, from, Math.min(from + Batch.MOST, order.length));
            take.accept(batch);
        }
    }
}
