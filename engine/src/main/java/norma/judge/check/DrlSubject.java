package norma.judge.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A deviation in DRL of something that is no fact. */
public final class DrlSubject extends Check {

    static final DrlSubject CHECK = new DrlSubject();

    private DrlSubject() {
        super(
                "drl-subject",
                Severity.ERROR,
                new Text(
                        "A deviation is about one fact, which is shown, owned and escalated; without it nobody could"
                                + " be told. Write the variable of a pattern such as $deal : Deal(…).",
                        "Отклонение — об одном факте: его показывают, за него отвечают; без него некому было бы"
                                + " сообщить. Напишите переменную образца, например $deal : Deal(…)."));
    }

    public static Problem of(Span span, String variable, Iterable<String> variables) {
        return CHECK.at(
                        span,
                        new Text(
                                "'" + variable + "' is no variable of this rule that holds a fact",
                                "«" + variable + "» — не переменная этого правила, в которой лежит факт"))
                .allowing(variable, variables);
    }
}
