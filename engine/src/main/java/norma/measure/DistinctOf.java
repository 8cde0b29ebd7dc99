package norma.measure;

import java.util.List;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Truth;
import norma.expression.Undefined;
import norma.fact.Fact;

/**
 * How many different values there are; of no cases 0. Texts get a number when they are met first, so that every cell keeps
 * numbers; a text that no case has any more keeps its own.
 */
final class DistinctOf implements KeepsValues {

    private final Expression value;
    private final Labels labels = new Labels();

    DistinctOf(Expression value) {
        this.value = value;
    }

    @Override
    public boolean read(Fact fact, Scene scene, Case into) {
        into.key = key(fact, scene);
        into.leftOut = Undefined.is(into.key);
        return true;
    }

    @Override
    public boolean read(Chosen some, Scene scene, Cases into) {
        if (value.type().truth()) return false;
        if (!value.type().words()) {
            new OrderedValue(value).read(some, scene, into);
            return true;
        }
        into.start(some);
        String[] texts = new String[some.many];
        value.words(some.facts, some.many, scene, texts);
        labels.number(texts, into.keys);
        for (int i = 0; i < some.many; i++) into.leftOut[i] = Undefined.is(into.keys[i]);
        return true;
    }

    private long key(Fact fact, Scene scene) {
        if (value.type().words()) {
            String text = value.words(fact, scene);
            return text == null ? Undefined.LONG : labels.number(text);
        }
        if (!value.type().truth()) return new OrderedValue(value).key(fact, scene);
        Truth truth = value.truth(fact, scene);
        return truth == Truth.UNDEFINED ? Undefined.LONG : truth.ordinal();
    }

    @Override
    public Object reads() {
        return List.of("distinct", value.meaning());
    }

    @Override
    public Tally start() {
        return new Different();
    }

    @Override
    public Measured measured(Cell cell, long now) {
        double distinct = cell.tally() instanceof Different different ? different.distinct() : 0;
        return Measured.of(distinct, cell.cases(), cell.leftOut());
    }

    private final class Different implements Tally {

        private final CountedLongs keys = new CountedLongs();

        @Override
        public void take(Case one, int sign) {
            keys.add(one.key, sign);
        }

        @Override
        public void takeAll(Tally other, int sign) {
            Different theirs = (Different) other;
            Labels there = theirs.labels();
            if (there == labels || !value.type().words()) keys.addAll(theirs.keys, sign);
            else theirs.keys.forEach((key, times) -> keys.add(labels.number(there.get((int) key)), sign * (int) times));
        }

        private Labels labels() {
            return labels;
        }

        int distinct() {
            return keys.distinct(value.type().words() ? labels.size() : Long.MAX_VALUE);
        }
    }
}
