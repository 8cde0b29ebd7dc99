package norma.standard.yaml;

import static norma.document.Shape.atLeastOne;
import static norma.document.Shape.exactlyOne;
import static norma.document.Shape.keys;
import static norma.document.Shape.may;
import static norma.document.Shape.must;
import static norma.document.Shape.oneOrMore;
import static norma.document.Shape.text;
import static norma.standard.yaml.DefinitionsShape.CALENDAR;
import static norma.standard.yaml.DefinitionsShape.EXPRESSION;
import static norma.standard.yaml.DefinitionsShape.KPI;
import static norma.standard.yaml.DefinitionsShape.PERIOD;

import java.util.List;
import norma.document.Shape;
import norma.document.Shape.Key;
import norma.document.Shape.Word;

/** What may stand in a KPI. */
final class KpiShape {

    private static final Word DIMENSION = Word.naming("dimension").orAnything();
    private static final Key BREAKS = must(
            "breaks", oneOrMore(Word.ANY), "where the classes part, in per cent, rising", "границы классов, %, растут");
    private static final Key CROSSING = may(
            "crossing",
            Word.of("inside", "below"),
            "on which side of a break the item is that crosses it",
            "по какую сторону границы то, что её пересекает");

    private KpiShape() {}

    static Shape.Keys kpi() {
        return keys(
                        must("title", text(), "what users call it", "как его называют пользователи"),
                        may("note", text(), "how it is meant", "что имеется в виду"),
                        may(
                                "of",
                                DefinitionsShape.FACT_TYPE,
                                "the type of fact that its cases are",
                                "тип фактов, которые считаются"),
                        may(
                                "unit",
                                Word.of(
                                        "money",
                                        "number",
                                        "count",
                                        "percent",
                                        "days",
                                        "working_days",
                                        "hours",
                                        "working_hours",
                                        "time",
                                        "class",
                                        "text"),
                                "of its value; found from the kind unless given",
                                "единица значения; без неё выводится из вида"),
                        may("only_if", EXPRESSION, "which facts are cases", "какие факты считаются"))
                .with(kinds(), exactlyOne(MethodReader.KINDS.toArray(String[]::new)), atLeastOne("of", "formula"))
                .with(List.of(
                        may(
                                "at",
                                EXPRESSION,
                                "the time that places a case in a period",
                                "время, по которому случай относится к периоду"),
                        may(
                                "by",
                                oneOrMore(new Shape.Either(List.of(DIMENSION, Shape.list(DIMENSION)))),
                                "the dimensions it is told apart by: each alone, a list in brackets together",
                                "измерения: каждое отдельно, список в скобках — вместе"),
                        may("over", oneOrMore(PERIOD), "the periods", "периоды"),
                        may(
                                "whole",
                                Word.of("true", "false"),
                                "false: only by dimensions, not as a whole",
                                "false: только по измерениям, без целого"),
                        may(
                                "zero",
                                Word.of("undefined", "zero"),
                                "what it means that the denominator is zero",
                                "что означает нулевой знаменатель"),
                        may("department", anything(), "a note of your own", "ваша пометка"),
                        may("dimension_of_control", anything(), "a note of your own", "ваша пометка")));
    }

    private static List<Key> kinds() {
        return List.of(
                may("value", EXPRESSION, "a value of each fact", "значение каждого факта"),
                may("count", EXPRESSION, "how many cases: all, or a condition", "сколько случаев: all или условие"),
                may("sum", EXPRESSION, "the sum of an expression", "сумма выражения"),
                may("mean", EXPRESSION, "the mean of an expression", "среднее выражения"),
                may("median", EXPRESSION, "the median of an expression", "медиана выражения"),
                may("quantile", quantile(), "a quantile of an expression", "квантиль выражения"),
                may("min", EXPRESSION, "the least value of an expression", "наименьшее значение выражения"),
                may("max", EXPRESSION, "the largest value of an expression", "наибольшее значение выражения"),
                may("distinct", EXPRESSION, "how many different values", "сколько разных значений"),
                may(
                        "ratio",
                        ratio(),
                        "one count by another, or one sum by another",
                        "отношение двух количеств или двух сумм"),
                may(
                        "formula",
                        EXPRESSION,
                        "an expression over other KPI, in the same scope and period",
                        "выражение над другими показателями в том же разрезе и периоде"),
                may(
                        "conversion",
                        conversion(),
                        "of the deals that entered a stage, the share that got further within a time",
                        "доля сделок этапа, которые за срок прошли дальше"),
                may(
                        "survival",
                        survival(),
                        "the time by which a share of the cases has ended (Kaplan and Meier)",
                        "время, к которому завершилась доля случаев (Каплан — Мейер)"),
                may("weighted_sum", weightedSum(), "the sum of value times weight", "сумма значений с весами"),
                may("abc", abc(), "classes by share of the whole", "классы по доле в целом"),
                may("xyz", xyz(), "classes by steadiness over periods", "классы по устойчивости за периоды"),
                may(
                        "abc_xyz",
                        keys(
                                must("abc", KPI, "the KPI of ABC classes", "показатель ABC-классов"),
                                must("xyz", KPI, "the KPI of XYZ classes", "показатель XYZ-классов")),
                        "both classes side by side",
                        "оба класса рядом"),
                may(
                        "share",
                        keys(
                                must("sum", EXPRESSION, "what is summed", "что суммируется"),
                                must("by", DIMENSION, "the items", "чьи доли")),
                        "each item's part of the whole",
                        "доля каждого в целом"));
    }

    private static Shape.Keys quantile() {
        return keys(
                must("of", EXPRESSION, "the expression", "выражение"),
                must("q", Word.ANY, "between 0 and 1; 0.5 is the median", "от 0 до 1; 0.5 — медиана"));
    }

    private static Shape.Keys ratio() {
        return keys(
                        may("count", EXPRESSION, "cases above the line", "случаи в числителе"),
                        may("sum", EXPRESSION, "sum above the line", "сумма в числителе"),
                        must("to", EXPRESSION, "what it is divided by", "на что делится"))
                .with(List.of(), exactlyOne("count", "sum"));
    }

    private static Shape.Keys conversion() {
        return keys(
                must("from", Word.naming("stage"), "the stage that is entered", "этап, в который вошли"),
                must(
                        "to",
                        Word.naming("stage", "won"),
                        "the stage to reach, or won",
                        "этап, до которого дошли, или won"),
                must("within", Word.ANY, "in how many days, such as 45d", "за сколько дней, например 45d"));
    }

    private static Shape.Keys survival() {
        return keys(
                must("from", EXPRESSION, "when a case begins", "когда случай начинается"),
                must(
                        "to",
                        EXPRESSION,
                        "when it ends; undefined while it runs",
                        "когда завершается; пусто, пока длится"),
                may(
                        "in",
                        Word.of("days", "whole_days", "calendar_days", "working_days", "hours", "working_hours"),
                        "how the time is counted; days unless said otherwise",
                        "в чём считается время; по умолчанию days"),
                may(
                        "quantile",
                        Word.ANY,
                        "the share that has ended; 0.5 unless given",
                        "завершившаяся доля, обычно 0.5"),
                may("calendar", CALENDAR, "whose working time counts", "по чьему рабочему времени"));
    }

    private static Shape.Keys weightedSum() {
        return keys(
                must("value", EXPRESSION, "what is summed", "что суммируется"),
                must("weight", EXPRESSION, "how much of it counts", "с каким весом"));
    }

    private static Shape.Keys abc() {
        return ranked().with(List.of(CROSSING));
    }

    private static Shape.Keys xyz() {
        return ranked().with(List.of(
                may("every", Word.of("day", "week", "month", "quarter", "year"), "the period", "период"),
                may("periods", Word.ANY, "how many whole ones before now; 12", "сколько целых до сейчас; 12"),
                may(
                        "deviation",
                        Word.of("population", "sample"),
                        "divided by n, or by n − 1",
                        "делится на n или на n − 1"),
                CROSSING));
    }

    private static Shape.Keys ranked() {
        return keys(
                must("item", DIMENSION, "what is put into classes", "что делится на классы"),
                must("measure", EXPRESSION, "by what", "по какой величине"),
                BREAKS);
    }

    private static Shape anything() {
        return new Shape.Either(List.of());
    }
}
