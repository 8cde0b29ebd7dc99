package norma.document.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** What YAML has to repeat a part of a file. */
public final class Anchor extends Check {

    static final Anchor CHECK = new Anchor();

    private Anchor() {
        super(
                "anchor",
                Severity.ERROR,
                new Text(
                        "With anchors, references and merging a value stands somewhere else than where it is used,"
                                + " and a change there changes it here unseen. Write the value out, or define a list or a norm"
                                + " and name it.",
                        "С якорями, ссылками и слиянием значение стоит не там, где используется, и правка в одном"
                                + " месте незаметно меняет другое. Напишите значение полностью или определите список либо норму"
                                + " и назовите их по имени."));
    }

    public static Problem anchor(Span span) {
        return CHECK.at(span, new Text("anchors (&) are not used here", "якоря (&) здесь не используются"));
    }

    public static Problem reference(Span span) {
        return CHECK.at(span, new Text("references (*) are not used here", "ссылки (*) здесь не используются"));
    }

    public static Problem merging(Span span) {
        return CHECK.at(span, new Text("merging (<<) is not used here", "слияние (<<) здесь не используется"));
    }
}
