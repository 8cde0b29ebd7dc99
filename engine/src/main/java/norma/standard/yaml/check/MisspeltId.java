package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A definition that nobody names, while somebody names almost the same. */
public final class MisspeltId extends Check {

    static final MisspeltId CHECK = new MisspeltId();

    private MisspeltId() {
        super(
                "misspelt-id",
                Severity.ERROR,
                new Text(
                        "The slip may be where something is defined as well as where it is named. Write both alike.",
                        "Описка может быть и там, где определено, и там, где названо. Напишите одинаково."));
    }

    public static Problem of(Span span, String id, Problem unknown) {
        String asked = unknown.span().text();
        String place = unknown.span().location();
        return CHECK.at(
                span,
                new Text(
                        "nobody names '" + id + "', but " + place + " names '" + asked + "'",
                        "«" + id + "» не назвал никто, зато в " + place + " названо «" + asked + "»"));
    }
}
