package norma.expression;

import java.math.BigDecimal;
import java.util.Optional;
import norma.diagnostics.Text;
import norma.expression.Function.Parameter;
import norma.expression.check.TypeMismatch;

/** Says that two types do not fit, and what to write instead where that is known. */
final class Mismatch {

    private static final Text NOTHING = new Text("", "");

    private static final Text COMPARE = new Text(
            "compare it with something, or write “is defined”", "сравните с чем-нибудь или напишите «is defined»");

    private static final Text ALONE =
            new Text("a condition stands alone, or after “not”", "условие пишут само по себе или после «not»");

    private final Names names;
    private final Report report;

    Mismatch(Names names, Report report) {
        this.names = names;
        this.report = report;
    }

    void unexpected(Syntax where, Type type, Optional<Type> asked) {
        Text wanted = asked.map(Type::describe).orElse(new Text("a number", "число"));
        Text advice = asked.map(a -> advice(where, type, a)).orElse(NOTHING);
        error(
                where,
                "this is " + type.describe().en() + ", not " + wanted.en(),
                "здесь " + type.describe().ru() + ", а не " + wanted.ru(),
                advice);
    }

    void comparison(Syntax.Comparison where, Type left, Type right) {
        boolean leftFirst = where.operator().orders() && left.words();
        Text advice = leftFirst ? advice(where.left(), left, right) : advice(where.right(), right, left);
        if (left.truth() || right.truth()) advice = ALONE;
        if (advice == NOTHING)
            advice = leftFirst ? advice(where.right(), right, left) : advice(where.left(), left, right);
        error(
                where,
                "cannot compare " + left.describe().en() + " with "
                        + right.describe().en(),
                "нельзя сравнить: " + left.describe().ru() + " и "
                        + right.describe().ru(),
                advice);
    }

    void option(Syntax where, Type of, Type option) {
        error(
                where,
                "cannot compare " + of.describe().en() + " with "
                        + option.describe().en(),
                "нельзя сравнить: " + of.describe().ru() + " и "
                        + option.describe().ru(),
                advice(where, option, of));
    }

    /** A list of the definitions holds texts. */
    void notInList(Syntax where, Type type) {
        error(
                where,
                "a list holds texts, and this is " + type.describe().en(),
                "в списке тексты, а здесь " + type.describe().ru(),
                NOTHING);
    }

    void noOrder(Syntax where, Type type) {
        error(
                where,
                "one " + bare(type) + " is neither less nor more than another: only = and != compare them",
                type.describe().ru() + " не бывает больше или меньше другого, сравнивают знаками = и !=",
                NOTHING);
    }

    void calculation(Syntax.Sum sum, Type left, Type right) {
        String sign = sum.operator().sign();
        Text advice = advice(sum.right(), right, left);
        if (left.equals(Type.TIME) && right.equals(Type.TIME)) {
            advice = new Text(
                    "write days(from, to) or working_days(from, to)", "напишите days(с, по) или working_days(с, по)");
        } else if (left.equals(Type.TIME)) {
            advice = new Text(
                    "write add_days(time, n) or add_working_days(time, n)",
                    "напишите add_days(время, n) или add_working_days(время, n)");
        } else if (left.words() || right.words()) {
            advice = sum.operator() == Operator.PLUS && left.words() && right.words()
                    ? new Text("write concat(a, b)", "напишите concat(a, b)")
                    : new Text("write number(text)", "напишите number(текст)");
        } else if (advice == NOTHING) {
            advice = advice(sum.left(), left, right);
        }
        error(
                sum,
                "“" + sign + "” has no meaning for " + left.describe().en() + " and "
                        + right.describe().en(),
                "знак «" + sign + "» здесь не имеет смысла: слева "
                        + left.describe().ru() + ", справа " + right.describe().ru(),
                advice);
    }

    void notNumeric(Syntax where, Type type) {
        error(
                where,
                "this is " + type.describe().en() + ", not a number",
                "здесь " + type.describe().ru() + ", а не число",
                NOTHING);
    }

    void notCondition(Syntax where, Type type) {
        error(
                where,
                "this is " + type.describe().en() + ", not a condition",
                "здесь " + type.describe().ru() + ", а не условие",
                COMPARE);
    }

    void unlike(Syntax where, Type first, Type other) {
        error(
                where,
                "the values must be alike: the first is " + first.describe().en() + ", this is "
                        + other.describe().en(),
                "значения должны быть одного типа: первое — " + first.describe().ru() + ", это — "
                        + other.describe().ru(),
                advice(where, other, first));
    }

    void argument(Syntax where, Function function, Parameter parameter, Type type) {
        Text wanted = parameter.slot().words();
        Text advice = parameter.slot().hint().map(h -> advice(where, type, h)).orElse(NOTHING);
        error(
                where,
                function.signature() + " takes " + wanted.en() + " here, and this is "
                        + type.describe().en(),
                function.signature() + ": здесь ожидается " + wanted.ru() + ", а не "
                        + type.describe().ru(),
                advice);
    }

    /** How {@code where}, of this type, could become what is asked. */
    private Text advice(Syntax where, Type type, Type asked) {
        if (where instanceof Syntax.Numeral n && n.unit().isEmpty() && asked.kind() == Kind.PERCENT) {
            BigDecimal percents =
                    n.value().compareTo(BigDecimal.ONE) <= 0 ? n.value().movePointRight(2) : n.value();
            return write(percents.stripTrailingZeros().toPlainString() + "%");
        }
        if (where instanceof Syntax.Numeral n && asked.words())
            return write("'" + n.value().toPlainString() + "'");
        if (where instanceof Syntax.Numeral n && n.unit().isPresent() && asked.numeric()) return otherUnit(n, asked);
        if (where instanceof Syntax.Quoted q && asked.numeric() && q.text().matches("\\d+(\\.\\d+)?"))
            return write(q.text());
        if (where instanceof Syntax.Quoted q && asked.equals(Type.TIME)) {
            return q.text().matches("\\d{4}-\\d\\d-\\d\\d") ? write(q.text()) : write("2026-01-31");
        }
        if (type.equals(Type.TEXT) && asked.numeric() && !(where instanceof Syntax.Quoted))
            return write("number(" + report.written(where) + ")");
        if (type.equals(Type.TEXT) && asked.equals(Type.TIME))
            return write("time(" + report.written(where) + ", 'dd.MM.yyyy')");
        if (type.duration() && asked.equals(Type.TIME))
            return new Text("write days(time, now)", "напишите days(время, now)");
        if (asked.truth()) return COMPARE;
        boolean number = type.plain() && asked.duration() && !(where instanceof Syntax.Numeral);
        if (number) return write(report.written(where) + " * " + literal("1", asked));
        if (where instanceof Syntax.Word w
                && asked.enumerated()
                && names.domain(asked.domain())
                        .filter(d -> d.contains(w.path()))
                        .isPresent()) {
            return new Text(
                    "a value is written in quotes when a name is spelled like it: '" + report.written(where) + "'",
                    "значение, которое пишется как имя, берут в кавычки: '" + report.written(where) + "'");
        }
        return NOTHING;
    }

    private static Text otherUnit(Syntax.Numeral numeral, Type asked) {
        BigDecimal number = numeral.unit().filter(Type.PERCENT::equals).isPresent()
                ? numeral.value().movePointRight(2)
                : numeral.value();
        String digits = number.stripTrailingZeros().toPlainString();
        return write(literal(digits, asked));
    }

    private static String literal(String digits, Type asked) {
        return NumeralReader.UNITS.entrySet().stream()
                .filter(unit -> unit.getValue().equals(asked))
                .map(unit -> digits + unit.getKey())
                .findFirst()
                .orElse(digits);
    }

    private static Text write(String right) {
        return new Text("write " + right, "напишите " + right);
    }

    private static String bare(Type type) {
        return type.describe().en().replaceFirst("^an? ", "");
    }

    private void error(Syntax where, String en, String ru, Text advice) {
        Text message = new Text(en, ru);
        report.add(
                advice == NOTHING
                        ? TypeMismatch.of(report.span(where), message)
                        : TypeMismatch.of(report.span(where), message, advice));
    }
}
