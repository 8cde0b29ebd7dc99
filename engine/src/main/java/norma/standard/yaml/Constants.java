package norma.standard.yaml;

import java.util.Optional;
import java.util.function.Function;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Span;
import norma.document.Form;
import norma.document.Node;
import norma.expression.Expected;
import norma.expression.Expression;
import norma.expression.Nowhere;
import norma.expression.Type;
import norma.expression.Value;
import norma.standard.Limit;
import norma.standard.yaml.check.NotConstant;

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
    Optional<Double> number(Node.Scalar scalar, Type unit, double least, double most, Function<Span, Problem> beyond) {
        Optional<Double> number = number(scalar, unit);
        if (number.isEmpty() || (number.get() >= least && number.get() <= most)) return number;
        problems.add(beyond.apply(scalar.span()));
        return Optional.empty();
    }

    private Optional<Object> value(Node.Scalar scalar, Type unit) {
        return vocabulary.compile(scalar, names, Expected.of(unit)).flatMap(expression -> value(scalar, expression));
    }

    private Optional<Object> value(Node.Scalar scalar, Expression expression) {
        if (!expression.fields().isEmpty() || !expression.readings().isEmpty() || expression.readsNow())
            return none(NotConstant.calculation(scalar.span()));
        try {
            Value value = expression.value("", Nowhere.SCENE);
            return value.defined() ? Optional.ofNullable(value.raw()) : none(NotConstant.undefined(scalar.span()));
        } catch (ArithmeticException e) {
            return none(NotConstant.tooLarge(scalar.span()));
        }
    }

    private Optional<Object> none(Problem problem) {
        problems.add(problem);
        return Optional.empty();
    }
}
