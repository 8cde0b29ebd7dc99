package norma.expression;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells parts of expressions apart: two of one name have one value, for one subject at one moment. */
final class Parts {

    private Parts() {}

    static String name(Tree tree) {
        if (tree instanceof Tree.Constant t) return "'" + t.type() + " " + t.value() + "'";
        if (tree instanceof Tree.Named t) return t.binding().name();
        if (tree instanceof Tree.Now) return "now()";
        String inner = tree.parts().stream().map(Parts::name).collect(Collectors.joining(", ", "(", ")"));
        if (tree instanceof Tree.Call t)
            return t.function().name() + "@" + System.identityHashCode(t.calendar())
                    + t.pattern().orElse("") + inner;
        if (tree instanceof Tree.Minus) return "-" + inner;
        if (tree instanceof Tree.Sum t) return t.operator().sign() + inner;
        if (tree instanceof Tree.Comparison t) return t.operator().sign() + inner;
        if (tree instanceof Tree.OnDay t) return "day" + t.operator().sign() + inner;
        if (tree instanceof Tree.OneOf t) return (t.negated() ? "not in" : "in") + inner;
        if (tree instanceof Tree.InList t) return (t.negated() ? "not in " : "in ") + t.values() + inner;
        if (tree instanceof Tree.Presence t) return (t.defined() ? "defined" : "undefined") + inner;
        if (tree instanceof Tree.Not) return "not" + inner;
        return (((Tree.Junction) tree).all() ? "and" : "or") + inner;
    }

    /** The names of what {@code and} joins, however it is nested; of anything else its own. */
    static Set<String> joined(Tree tree) {
        if (!(tree instanceof Tree.Junction junction) || !junction.all()) return Set.of(name(tree));
        return junction.parts().stream().flatMap(part -> joined(part).stream()).collect(Collectors.toSet());
    }

    /** A number, an amount or a time as it is compared when an expression is evaluated. */
    static BigDecimal amount(Tree.Constant constant) {
        if (constant.value() instanceof Long time) return BigDecimal.valueOf(time);
        BigDecimal value = (BigDecimal) constant.value();
        return constant.type().whole() ? BigDecimal.valueOf(MoneyMath.of(value)) : new BigDecimal(value.doubleValue());
    }

    /** Whether the whole is undefined as soon as one of its parts is. */
    static boolean needsAll(Tree tree) {
        return tree instanceof Tree.Sum
                || tree instanceof Tree.Minus
                || tree instanceof Tree.Call call && call.function().course() == Function.Course.SPAN;
    }
}
