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

    private final int size;
    private final Fact[][] batches;
    private final int[][] numbers;

    /** @param axes in the order of their indexes */
    Muster(Fact[] facts, List<Axis> axes, Scene scene) {
        this.size = facts.length;
        this.batches = new Fact[(size + Batch.MOST - 1) / Batch.MOST][Batch.MOST];
        this.numbers = new int[axes.size()][size];
        int[][] asTheyCome = new int[axes.size()][size];
        for (int from = 0; from < size; from += Batch.MOST)
            number(facts, from, Math.min(from + Batch.MOST, size), axes, scene, asTheyCome);
        sort(facts, asTheyCome, widest(axes));
    }

    /** A few facts at a time, so that they are at hand still when the next axis asks them. */
    private static void number(Fact[] facts, int from, int to, List<Axis> axes, Scene scene, int[][] into) {
        Fact[] some = Arrays.copyOfRange(facts, from, to);
        for (Axis axis : axes) axis.number(some, scene, into[axis.index()], from);
    }

    private static @Nullable Axis widest(List<Axis> axes) {
        Axis widest = null;
        for (Axis axis : axes) if (widest == null || axis.size() > widest.size()) widest = axis;
        return widest;
    }

    /** Puts each fact and its numbers where they belong: each scope's go one after the other, in few places of memory at a time. */
    private void sort(Fact[] facts, int[][] asTheyCome, @Nullable Axis widest) {
        int[] ofWidest = widest == null ? new int[size] : asTheyCome[widest.index()];
        int[] next = new int[(widest == null ? 0 : widest.size()) + 2];
        for (int number : ofWidest) next[number + 1]++;
        for (int number = 1; number < next.length; number++) next[number] += next[number - 1];
        for (int i = 0; i < size; i++) {
            int place = next[ofWidest[i]]++;
            batches[place / Batch.MOST][place % Batch.MOST] = facts[i];
            for (int axis = 0; axis < numbers.length; axis++) numbers[axis][place] = asTheyCome[axis][i];
        }
    }

    /** @param take good until it returns: the batch is written over */
    void forEach(Consumer<Batch> take) {
        Batch batch = new Batch(numbers.length);
        for (int i = 0; i < batches.length; i++) {
            int from = i * Batch.MOST;
            batch.fill(batches[i], numbers, from, Math.min(from + Batch.MOST, size));
            take.accept(batch);
        }
    }
}
