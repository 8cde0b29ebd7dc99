package norma.standard.yaml;

import static norma.document.Shape.atLeastOne;
import static norma.document.Shape.exactlyOne;
import static norma.document.Shape.keys;
import static norma.document.Shape.may;
import static norma.document.Shape.must;
import static norma.document.Shape.oneOrMore;
import static norma.document.Shape.text;
import static norma.standard.yaml.DefinitionsShape.DATE;
import static norma.standard.yaml.DefinitionsShape.EXPRESSION;
import static norma.standard.yaml.DefinitionsShape.KPI;
import static norma.standard.yaml.DefinitionsShape.LAPSE;
import static norma.standard.yaml.DefinitionsShape.PERIOD;

import java.util.List;
import norma.document.Shape;
import norma.document.Shape.Key;
import norma.document.Shape.Named;
import norma.document.Shape.Word;

/** What may stand in a norm, a deviation and a decision. */
final class RuleShapes {

    private static final Key TITLE = may("title", text(), "what users call it", "как его называют пользователи");
    private static final Word SEVERITY = Word.of("warn", "critical");

    private RuleShapes() {}

    static Shape.Keys norm() {
        return keys(
                TITLE,
                must("kpi", KPI, "the KPI that is judged", "показатель, который оценивается"),
                must(
                        "breach",
                        Word.of("above", "below"),
                        "the side on which it is bad, strictly beyond the limit",
                        "с какой стороны плохо, строго за границей"),
                must(
                        "default",
                        new Shape.Keys(levels(), List.of(atLeastOne("warn", "critical"))),
                        "the levels where no override applies",
                        "уровни там, где не подходит ни одно исключение"),
                may(
                        "precedence",
                        oneOrMore(Word.naming("dimensions").orAnything()),
                        "which set of dimensions wins, first to last; stage + segment is both",
                        "какой набор измерений главнее, от первого к последнему; stage + segment — оба"),
                may("overrides", oneOrMore(override()), "for whom it is otherwise", "для кого иначе"));
    }

    private static List<Key> levels() {
        return List.of(
                may("warn", EXPRESSION, "a warning beyond this, in the KPI's unit", "предупреждение за этой границей"),
                may("critical", EXPRESSION, "critical beyond this, in the KPI's unit", "критично за этой границей"),
                may(
                        "clear_at",
                        EXPRESSION,
                        "a raised deviation ends only at this or within it",
                        "поднятое отклонение завершается только на этой границе или внутри неё"));
    }

    private static Shape.Keys override() {
        return keys(must(
                        "where",
                        new Named(Word.naming("dimension").orAnything(), oneOrMore(Word.naming("value"))),
                        "the values of dimensions that it is for",
                        "для каких значений измерений"))
                .with(levels(), atLeastOne("warn", "critical"))
                .with(List.of(
                        may("until", DATE, "the last day on which it applies", "последний день действия"),
                        may("reason", Word.ANY, "why", "почему")));
    }

    static Shape.Keys deviation() {
        return keys(
                        TITLE,
                        must(
                                "on",
                                Word.naming("subject").orAnything(),
                                "what it is about: a type of fact, owner, head, a dimension, or company",
                                "о чём оно: тип фактов, owner, head, измерение или company"),
                        may("only_if", EXPRESSION, "the condition", "условие"),
                        may("breaks", Word.naming("norm"), "the norm", "норма"),
                        may(
                                "over",
                                PERIOD,
                                "the period, where the norm's KPI has several",
                                "период, если у показателя их несколько"),
                        may(
                                "period",
                                Word.of("current", "last"),
                                "the current one, or the last complete one",
                                "текущий или последний завершённый"),
                        may(
                                "severity",
                                SEVERITY,
                                "of a rule without a norm; warn unless given",
                                "тяжесть правила без нормы; по умолчанию warn"),
                        may(
                                "for",
                                LAPSE,
                                "how long it has to be so before it is raised",
                                "сколько это должно длиться, прежде чем отклонение поднимется"),
                        may(
                                "clear_for",
                                LAPSE,
                                "how long it has to be over before it is cleared",
                                "сколько должна длиться норма, прежде чем отклонение снимется"),
                        may(
                                "reopen_within",
                                LAPSE,
                                "a return within this time is the same episode",
                                "возврат за это время — тот же эпизод"),
                        may(
                                "no_data",
                                Word.of("keep", "clear", "raise"),
                                "what an undefined value means; keep unless given",
                                "что означает отсутствие значения; по умолчанию keep"),
                        may(
                                "muted_by",
                                oneOrMore(Word.naming("deviation")),
                                "deviations that make this one needless",
                                "отклонения, при которых это не нужно"),
                        may(
                                "group_by",
                                oneOrMore(Word.naming("dimension").orAnything()),
                                "dimensions that become part of its identity",
                                "измерения, которые входят в его тождество"),
                        may("stake", EXPRESSION, "the money at stake", "деньги под угрозой"),
                        must(
                                "message",
                                text(),
                                "what it says; places are in {…}",
                                "что оно говорит; подстановки в {…}"))
                .with(List.of(), atLeastOne("only_if", "breaks"));
    }

    static Shape.Keys decision() {
        return keys(
                TITLE,
                must(
                        "when",
                        Word.naming("deviation"),
                        "the deviation that it answers",
                        "отклонение, на которое оно отвечает"),
                must(
                        "phase",
                        Word.of("plan", "organize", "lead", "control"),
                        "of the management cycle",
                        "фаза цикла управления"),
                may(
                        "mode",
                        Word.of("live", "shadow"),
                        "live, or recorded and acted on by nobody",
                        "live или shadow: записывается, но никем не исполняется"),
                must("ladder", new Shape.Items(step(), 1, true), "its steps", "ступени"),
                may(
                        "effect",
                        keys(
                                must("metric", KPI, "a KPI", "показатель"),
                                must(
                                        "expect",
                                        Word.of("resolved"),
                                        "what is expected: resolved, the deviation is over",
                                        "что ожидается: resolved — отклонение завершилось"),
                                must("check_after", LAPSE, "when to look", "когда проверить")),
                        "how it will be seen whether it worked",
                        "как будет видно, что решение помогло"));
    }

    private static Shape.Keys step() {
        return keys(
                        may("at", SEVERITY, "a step for this severity", "ступень для этой тяжести"),
                        may(
                                "unacknowledged",
                                LAPSE,
                                "a step for deviations raised so long ago",
                                "ступень для отклонений, поднятых так давно"),
                        must("do", Word.naming("action").orAnything(), "the action", "действие"),
                        must(
                                "to",
                                Word.naming("assignee").orAnything(),
                                "who: a path to an employee, head_of(path), or a position",
                                "кому: путь к сотруднику, head_of(путь) или должность"),
                        may("due", LAPSE, "by when, counted from the decision", "срок от принятия решения"))
                .with(List.of(), exactlyOne("at", "unacknowledged"));
    }
}
