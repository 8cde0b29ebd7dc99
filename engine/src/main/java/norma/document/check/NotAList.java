package norma.document.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** Something else where a list is expected. */
public final class NotAList extends Check {

    static final NotAList CHECK = new NotAList();

    private NotAList() {
        super(
                "not-a-list",
                Severity.ERROR,
                new Text(
                        "A list shows its limits by its brackets. Write the values in brackets, [a, b], or each on"
                                + " its line after '- '.",
                        "Границы списка видны по скобкам. Напишите значения в скобках, [a, b], или каждое на своей"
                                + " строке после «- »."));
    }

    public static Problem of(Span span) {
        return CHECK.at(span, new Text("a list is expected here: [a, b]", "здесь ожидается список: [a, b]"));
    }
}
