package norma.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import norma.calendar.WorkingCalendar;

/** An expression whose names are found and whose types fit. */
sealed interface Tree {

    int from();

    int to();

    Type type();

    default List<Tree> parts() {
        return List.of();
    }

    default boolean readsNow() {
        return parts().stream().anyMatch(Tree::readsNow);
    }

    /** @param value BigDecimal for numbers (money in currency units), Long for a time, String, or {@link Truth} */
    record Constant(int from, int to, Type type, Object value) implements Tree {

        /** Of a constant of texts. */
        String text() {
            return (String) value;
        }

        /** Of one of money or time. */
        long whole() {
            return value instanceof BigDecimal amount ? MoneyMath.of(amount) : (Long) value;
        }

        /** Of any other number. */
        double number() {
            return ((BigDecimal) value).doubleValue();
        }
    }

    record Named(int from, int to, Binding binding) implements Tree {
        @Override
        public Type type() {
            return binding.type();
        }
    }

    record Now(int from, int to) implements Tree {
        @Override
        public Type type() {
            return Type.TIME;
        }

        @Override
        public boolean readsNow() {
            return true;
        }
    }

    /** @param pattern the constant text of a function that takes one */
    record Call(
            int from,
            int to,
            Type type,
            Function function,
            List<Tree> parts,
            WorkingCalendar calendar,
            Optional<String> pattern)
            implements Tree {}

    record Minus(int from, int to, Tree of) implements Tree {
        @Override
        public Type type() {
            return of.type();
        }

        @Override
        public List<Tree> parts() {
            return List.of(of);
        }
    }

    record Sum(int from, int to, Type type, Operator operator, Tree left, Tree right) implements Tree {
        @Override
        public List<Tree> parts() {
            return List.of(left, right);
        }
    }

    /** A node whose value is a condition. */
    sealed interface Condition extends Tree {
        @Override
        default Type type() {
            return Type.TRUTH;
        }
    }

    record Comparison(int from, int to, Operator operator, Tree left, Tree right) implements Condition {
        @Override
        public List<Tree> parts() {
            return List.of(left, right);
        }
    }

    /** A time against a local date, from its {@code start} to the start of the next one: by dates, not by moments. */
    record OnDay(int from, int to, Operator operator, Tree of, Constant day, long start, long end)
            implements Condition {
        @Override
        public List<Tree> parts() {
            return List.of(of, day);
        }
    }

    record OneOf(int from, int to, Tree of, List<Tree> options, boolean negated) implements Condition {
        @Override
        public List<Tree> parts() {
            return java.util.stream.Stream.concat(java.util.stream.Stream.of(of), options.stream())
                    .toList();
        }
    }

    record InList(int from, int to, Tree of, Set<String> values, boolean negated) implements Condition {
        @Override
        public List<Tree> parts() {
            return List.of(of);
        }
    }

    record Presence(int from, int to, Tree of, boolean defined) implements Condition {
        @Override
        public List<Tree> parts() {
            return List.of(of);
        }
    }

    record Not(int from, int to, Tree of) implements Condition {
        @Override
        public List<Tree> parts() {
            return List.of(of);
        }
    }

    record Junction(int from, int to, boolean all, List<Tree> parts) implements Condition {}
}
