package norma.diagnostics.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** Something within something within something, too often. */
public final class TooDeep extends Check {

    static final TooDeep CHECK = new TooDeep();

    private TooDeep() {
        super(
                "too-deep",
                Severity.ERROR,
                new Text(
                        "Nobody can follow what is nested so deeply, and the program has its bounds too. Split it"
                                + " into several KPI or conditions.",
                        "В такой глубокой вложенности никто не разберётся, и у программы есть предел. Разделите на"
                                + " несколько показателей или условий."));
    }

    public static Problem document(Span span, int levels) {
        return CHECK.at(
                span,
                new Text("nested deeper than " + levels + " levels", "вложенность больше " + levels + " уровней"));
    }

    public static Problem expression(Span span, int levels) {
        return CHECK.at(
                span,
                new Text(
                        "nested deeper than " + levels
                                + " levels: split the expression into several KPIs or conditions",
                        "вложенность больше " + levels
                                + " уровней: разбейте выражение на несколько показателей или условий"));
    }

    public static Problem chain(Span span, int links) {
        return CHECK.at(
                span,
                new Text(
                        "more than " + links + " KPI that each need the next",
                        "больше " + links + " показателей, которые нужны друг другу по цепочке"));
    }
}
