package norma.expression;

import static norma.expression.Functions.function;

import java.util.List;
import norma.expression.Function.Course;

/** One value out of several. */
final class ChoiceFunctions {

    private ChoiceFunctions() {}

    static List<Function> all() {
        return List.of(
                function(
                        "coalesce",
                        "value:ALIKE*",
                        null,
                        Course.ANY,
                        "the first that is defined",
                        "первое определённое значение",
                        ChoiceFunctions::coalesce),
                function(
                        "if",
                        "condition:TRUTH value:ALIKE otherwise:ALIKE",
                        null,
                        Course.ANY,
                        "the value when the condition is true, the other when it is false, undefined when it is undefined",
                        "первое значение, если условие верно, второе — если неверно; не определено, если условие не определено",
                        ChoiceFunctions::choice));
    }

    private static Getter coalesce(Operands o) {
        Getter found = o.getters().get(o.size() - 1);
        for (int i = o.size() - 2; i >= 0; i--) found = either(o.getters().get(i), found);
        return found;
    }

    private static Getter either(Getter first, Getter second) {
        if (first instanceof Getter.Whole a && second instanceof Getter.Whole b) {
            return (Getter.Whole) (subject, scene) -> {
                long value = a.whole(subject, scene);
                return Undefined.is(value) ? b.whole(subject, scene) : value;
            };
        }
        if (first instanceof Getter.Number a && second instanceof Getter.Number b) {
            return (Getter.Number) (subject, scene) -> {
                double value = a.number(subject, scene);
                return Undefined.is(value) ? b.number(subject, scene) : value;
            };
        }
        if (first instanceof Getter.Words a && second instanceof Getter.Words b) {
            return (Getter.Words) (subject, scene) -> {
                String value = a.words(subject, scene);
                return value == null ? b.words(subject, scene) : value;
            };
        }
        Getter.Condition a = (Getter.Condition) first;
        Getter.Condition b = (Getter.Condition) second;
        return (Getter.Condition) (subject, scene) -> {
            Truth value = a.truth(subject, scene);
            return value == Truth.UNDEFINED ? b.truth(subject, scene) : value;
        };
    }

    private static Getter choice(Operands o) {
        Getter.Condition condition = o.condition(0);
        if (o.type().whole()) {
            Getter.Whole a = o.whole(1);
            Getter.Whole b = o.whole(2);
            return (Getter.Whole) (subject, scene) -> switch (condition.truth(subject, scene)) {
                case TRUE -> a.whole(subject, scene);
                case FALSE -> b.whole(subject, scene);
                case UNDEFINED -> Undefined.LONG;
            };
        }
        if (o.type().words()) {
            Getter.Words a = o.words(1);
            Getter.Words b = o.words(2);
            return (Getter.Words) (subject, scene) -> switch (condition.truth(subject, scene)) {
                case TRUE -> a.words(subject, scene);
                case FALSE -> b.words(subject, scene);
                case UNDEFINED -> null;
            };
        }
        if (o.type().truth()) {
            Getter.Condition a = o.condition(1);
            Getter.Condition b = o.condition(2);
            return (Getter.Condition) (subject, scene) -> switch (condition.truth(subject, scene)) {
                case TRUE -> a.truth(subject, scene);
                case FALSE -> b.truth(subject, scene);
                case UNDEFINED -> Truth.UNDEFINED;
            };
        }
        Getter.Number a = o.number(1);
        Getter.Number b = o.number(2);
        return (Getter.Number) (subject, scene) -> switch (condition.truth(subject, scene)) {
            case TRUE -> a.number(subject, scene);
            case FALSE -> b.number(subject, scene);
            case UNDEFINED -> Undefined.DOUBLE;
        };
    }
}
