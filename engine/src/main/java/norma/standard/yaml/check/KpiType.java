package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A KPI whose value does not fit its use. */
public final class KpiType extends Check {

    static final KpiType CHECK = new KpiType();

    private KpiType() {
        super(
                "kpi-type",
                Severity.ERROR,
                new Text(
                        "Days that are declared as money, or a class that is compared with a number, would be wrong"
                                + " without a sign of it. Declare the unit that the KPI gives, or use another kind of KPI.",
                        "Дни, объявленные деньгами, или класс, который сравнивают с числом, молча давали бы неверный"
                                + " ответ. Укажите ту единицу, которую даёт показатель, или выберите другой вид показателя."));
    }

    public static Problem condition(Span span) {
        return CHECK.at(
                span,
                new Text(
                        "a KPI is a number, an amount, a time or a class, and this is a condition; 'count' counts by one",
                        "показатель — число, сумма, время или класс, а это условие; по условию считает «count»"));
    }

    public static Problem unit(Span span, Text declared, Text given) {
        return CHECK.at(
                span,
                new Text(
                        "the unit says " + declared.en() + ", the KPI gives " + given.en(),
                        "в unit указано: " + declared.ru() + ", а показатель даёт: " + given.ru()));
    }

    public static Problem noOrder(Span span) {
        return CHECK.at(
                span,
                new Text(
                        "only numbers, money and times have a smallest and a largest",
                        "наименьшее и наибольшее есть только у чисел, денег и времени"));
    }

    public static Problem classInNorm(Span span, String kpi) {
        return CHECK.at(
                span,
                new Text(
                        "'" + kpi + "' is a class: it is neither above nor below anything; use 'only_if'",
                        "«" + kpi + "» — класс: он не выше и не ниже чего-либо; используйте «only_if»"));
    }

    /** @param classes ABC or XYZ */
    public static Problem noClasses(Written kpi, String classes) {
        return CHECK.at(
                kpi.span(),
                new Text(
                        "'" + kpi.text() + "' does not give " + classes + " classes",
                        "«" + kpi.text() + "» не даёт " + classes + "-классов"));
    }

    public static Problem conversionOfDeals(Span span) {
        return CHECK.at(span, new Text("a conversion is of: deal", "конверсия бывает только of: deal"));
    }
}
