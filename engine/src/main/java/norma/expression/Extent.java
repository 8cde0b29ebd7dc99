package norma.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A set of values that something may have when it is defined. */
sealed interface Extent {

    Extent ALL_AMOUNTS = new Amounts(List.of(new Range(null, null)));
    Extent ALL_WORDS = new Words(Set.of(), true);

    boolean isEmpty();

    /** What is in both. */
    Extent and(Extent other);

    /** Everything of the same sort that is not in it. */
    Extent not();

    static Extent of(Collection<String> words) {
        return new Words(new TreeSet<>(words), false);
    }

    /** Every amount that stands so to the limit. */
    static Extent of(Operator operator, BigDecimal limit) {
        Cut before = new Cut(limit, false);
        Cut after = new Cut(limit, true);
        return switch (operator) {
            case EQUAL -> amounts(new Range(before, after));
            case UNEQUAL -> amounts(new Range(null, before), new Range(after, null));
            case LESS -> amounts(new Range(null, before));
            case AT_MOST -> amounts(new Range(null, after));
            case MORE -> amounts(new Range(after, null));
            case AT_LEAST -> amounts(new Range(before, null));
            default -> throw new IllegalStateException(operator + " compares nothing");
        };
    }

    private static Extent amounts(Range... ranges) {
        return new Amounts(List.of(ranges));
    }

    /** @param others whether it is all words but these */
    record Words(Set<String> words, boolean others) implements Extent {

        @Override
        public boolean isEmpty() {
            return !others && words.isEmpty();
        }

        @Override
        public Extent and(Extent other) {
            Words second = (Words) other;
            if (others && second.others) {
                Set<String> none = new TreeSet<>(words);
                none.addAll(second.words);
                return new Words(none, true);
            }
            Words named = others ? second : this;
            Words test = others ? this : second;
            Set<String> both = new TreeSet<>(named.words);
            both.removeIf(word -> !test.contains(word));
            return new Words(both, false);
        }

        boolean contains(String word) {
            return words.contains(word) != others;
        }

        @Override
        public Extent not() {
            return new Words(words, !others);
        }
    }

    /** @param ranges rising, apart from each other */
    record Amounts(List<Range> ranges) implements Extent {

        @Override
        public boolean isEmpty() {
            return ranges.isEmpty();
        }

        @Override
        public Extent and(Extent other) {
            List<Range> both = new ArrayList<>();
            for (Range mine : ranges) {
                for (Range theirs : ((Amounts) other).ranges) {
                    Range common = mine.and(theirs);
                    if (!common.isEmpty()) both.add(common);
                }
            }
            return new Amounts(List.copyOf(both));
        }

        @Override
        public Extent not() {
            Extent rest = ALL_AMOUNTS;
            for (Range range : ranges) rest = rest.and(range.not());
            return rest;
        }
    }

    /** A place between amounts: just before one, or just after it. */
    record Cut(BigDecimal at, boolean after) implements Comparable<Cut> {

        @Override
        public int compareTo(Cut other) {
            int order = at.compareTo(other.at);
            return order != 0 ? order : Boolean.compare(after, other.after);
        }
    }

    /** The amounts between two cuts; null where there is no end. */
    record Range(@Nullable Cut from, @Nullable Cut to) {

        boolean isEmpty() {
            return from != null && to != null && from.compareTo(to) >= 0;
        }

        Range and(Range other) {
            boolean later = from == null || (other.from != null && other.from.compareTo(from) > 0);
            boolean sooner = to == null || (other.to != null && other.to.compareTo(to) < 0);
            return new Range(later ? other.from : from, sooner ? other.to : to);
        }

        Extent not() {
            List<Range> rest = new ArrayList<>();
            if (from != null) rest.add(new Range(null, from));
            if (to != null) rest.add(new Range(to, null));
            return new Amounts(List.copyOf(rest));
        }
    }
}
