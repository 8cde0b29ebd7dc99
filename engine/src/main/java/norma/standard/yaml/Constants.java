package norma.standard.yaml;

import java.util.Optional;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.document.Form;
import norma.document.Node;
import norma.expression.Expected;
import norma.expression.Expression;
import norma.expression.Type;
import norma.expression.Value;
import norma.standard.Limit;

/** Reads what must be known before there is any fact: a limit, a break, a window. */
final class Constants {

    private final Vocabulary vocabulary;
    private final SubjectNames names;
    private final Problems problems;

    Constants(Vocabulary vocabulary, SubjectNames names, Problems problems) {
        this.vocabulary = vocabulary;
        this.names = names;
        this.problems = problems;
    }

    /** @param unit numeric or a time */
    Optional<Limit> limit(Form form, String key, Type unit) {
        return form.scalar(key)
                .flatMap(scalar -> value(scalar, unit))
                .map(raw -> unit.whole() ? Limit.of(unit, (Long) raw) : Limit.of(unit, (double) (Double) raw));
    }

    /** @param unit numeric and no money */
    Optional<Double> number(Node.Scalar scalar, Type unit) {
        return value(scalar, unit).map(Double.class::cast);
    }

    /** A number within bounds, both included. */
    Optional<Double> number(Node.Scalar scalar, Type unit, double least, double most, Text bounds) {
        Optional<Double> number = number(scalar, unit);
        if (number.isEmpty() || (number.get() >= least && number.get() <= most)) return number;
        problems.error("out-of-bounds", scalar.span(), bounds);
        return Optional.empty();
    }

    private Optional<Object> value(Node.Scalar scalar, Type unit) {
        return vocabulary.compile(scalar, names, Expected.of(unit)).flatMap(expression -> value(scalar, expression));
    }

    private Optional<Object> value(Node.Scalar scalar, Expression expression) {
        if (!expression.fields().isEmpty() || !expression.readings().isEmpty() || expression.readsNow())
            return none(scalar, "a number is expected here, not a calculation", "здесь нужно число, а не вычисление");
        try {
            Value value = expression.value("", Nowhere.SCENE);
            return value.defined()
                    ? Optional.ofNullable(value.raw())
                    : none(scalar, "this has no value", "это не имеет значения");
        } catch (ArithmeticException e) {
            return none(scalar, "this is too large", "это слишком большое число");
        }
    }

    private Optional<Object> none(Node.Scalar scalar, String en, String ru) {
        problems.error("not-constant", scalar.span(), new Text(en, ru));
        return Optional.empty();
    }
}
