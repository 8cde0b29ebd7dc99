package norma.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import norma.expression.Scene;
import norma.fact.Fact;

/**
 * Facts that go in together: those of one scope one after the other, by the axis that has most scopes, so that the cells of a
 * scope are at hand while its facts are counted; and scopes beside each other that lie in the same scope of the next smaller axis,
 * sellers of one team. All hands sort together, so that afterwards each counts scopes that hardly another one counts.
 */
final class Muster {

    private final int size;
    private final Crew crew;
    private final int pieces;
    private final Fact[][] batches;
    private final int[][] numbers;

    /** @param axes in the order of their indexes */
    Muster(Fact[] facts, List<Axis> axes, Scene scene, Crew crew) {
        this.size = facts.length;
        this.crew = crew;
        this.pieces = crew.pieces(size);
        this.batches = new Fact[(size + Batch.MOST - 1) / Batch.MOST][];
        this.numbers = new int[axes.size()][size];
        sort(facts, numbered(facts, axes, scene), axes);
    }

    /** The scopes of the facts as they come, by axis. */
    private int[][] numbered(Fact[] facts, List<Axis> axes, Scene scene) {
        int[][] asTheyCome = new int[axes.size()][size];
        List<List<Axis>> ofPieces = new ArrayList<>();
        for (int piece = 0; piece < pieces; piece++)
            ofPieces.add(piece == 0 ? axes : axes.stream().map(Axis::empty).toList());
        inPieces(piece -> number(facts, start(piece), start(piece + 1), ofPieces.get(piece), scene, asTheyCome));
        for (int axis = 0; axis < axes.size(); axis++) {
            for (int piece = 1; piece < pieces; piece++) {
                int[] here = axes.get(axis).numbers(ofPieces.get(piece).get(axis));
                for (int i = start(piece); i < start(piece + 1); i++) asTheyCome[axis][i] = here[asTheyCome[axis][i]];
            }
        }
        return asTheyCome;
    }

    /** A few facts at a time, so that they are at hand still when the next axis asks them. */
    private static void number(Fact[] facts, int from, int to, List<Axis> axes, Scene scene, int[][] into) {
        for (int start = from; start < to; start += Batch.MOST) {
            Fact[] some = Arrays.copyOfRange(facts, start, Math.min(start + Batch.MOST, to));
            for (int axis = 0; axis < into.length; axis++) axes.get(axis).number(some, scene, into[axis], start);
        }
    }

    /** Puts each fact and its numbers where they belong; those of one scope stay in the order in which they come. */
    private void sort(Fact[] facts, int[][] asTheyCome, List<Axis> axes) {
        List<Axis> widestFirst = axes.stream()
                .sorted(Comparator.comparing(Axis::size).reversed())
                .toList();
        int[] scopes = widestFirst.isEmpty()
                ? new int[size]
                : asTheyCome[widestFirst.get(0).index()];
        int[] groups = widestFirst.size() < 2
                ? new int[size]
                : asTheyCome[widestFirst.get(1).index()];
        int many = widestFirst.isEmpty() ? 1 : widestFirst.get(0).size();
        int[][] next = begins(counts(scopes, many), byGroup(scopes, groups, many));
        for (int batch = 0; batch < batches.length; batch++) batches[batch] = new Fact[Batch.MOST];
        inPieces(piece -> {
            int[] places = Objects.requireNonNull(next[piece]);
            for (int i = start(piece); i < start(piece + 1); i++) {
                int place = places[scopes[i]]++;
                batches[place / Batch.MOST][place % Batch.MOST] = facts[i];
                for (int axis = 0; axis < numbers.length; axis++) numbers[axis][place] = asTheyCome[axis][i];
            }
        });
    }

    /** By piece and scope. */
    private int[][] counts(int[] scopes, int many) {
        int[][] counts = new int[pieces][many];
        inPieces(piece -> {
            for (int i = start(piece); i < start(piece + 1); i++) counts[piece][scopes[i]]++;
        });
        return counts;
    }

    /** The scopes in the order of their groups; a scope that lies in several counts as of that of its first fact. */
    private static int[] byGroup(int[] scopes, int[] groups, int many) {
        int[] groupOf = new int[many];
        for (int i = scopes.length - 1; i >= 0; i--) groupOf[scopes[i]] = groups[i];
        return IntStream.range(0, many)
                .boxed()
                .sorted(Comparator.comparingInt(scope -> groupOf[scope]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Where the facts of each piece and scope begin, in place of how many there are. */
    private static int[][] begins(int[][] counts, int[] order) {
        int begin = 0;
        for (int scope : order) {
            for (int[] ofPiece : counts) {
                int many = ofPiece[scope];
                ofPiece[scope] = begin;
                begin += many;
            }
        }
        return counts;
    }

    private int start(int piece) {
        return Crew.start(piece, pieces, size);
    }

    private void inPieces(IntConsumer work) {
        List<Runnable> all = new ArrayList<>();
        for (int piece = 0; piece < pieces; piece++) {
            int each = piece;
            all.add(() -> work.accept(each));
        }
        crew.share(all);
    }

    /**
     * @param part of so many, each of which is for another hand
     * @param take good until it returns: the batch is written over
     */
    void forEach(int part, int parts, Consumer<Batch> take) {
        Batch batch = new Batch(numbers.length);
        for (int i = Crew.start(part, parts, batches.length); i < Crew.start(part + 1, parts, batches.length); i++) {
            int from = i * Batch.MOST;
            batch.fill(batches[i], numbers, from, Math.min(from + Batch.MOST, size));
            take.accept(batch);
        }
    }
}
