package norma.server.intake.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** Something that the engine works out itself. */
public final class MadeByEngine extends Check {

    static final MadeByEngine CHECK = new MadeByEngine();

    private MadeByEngine() {
        super(
                "made-by-engine",
                Severity.ERROR,
                new Text(
                        "A value from a file would contradict the one that is worked out from the changes. Remove it,"
                                + " and give the changes.",
                        "Значение из файла противоречило бы тому, что вычисляется по изменениям. Удалите его и"
                                + " задайте изменения."));
    }

    public static Problem visits(Span span) {
        return CHECK.at(
                span,
                new Text(
                        "visits are made from the changes of a deal's stage: give those",
                        "посещения этапов строятся по изменениям этапа сделки: задайте их"));
    }

    public static Problem counted(Written field) {
        return CHECK.at(
                field.span(),
                new Text(
                        "'" + field.text() + "' is counted from the deal's changes, and cannot be set",
                        "«" + field.text() + "» считается по изменениям сделки, задать его нельзя"));
    }
}
