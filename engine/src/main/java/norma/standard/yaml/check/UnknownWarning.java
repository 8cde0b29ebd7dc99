package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A comment that allows what is no warning. */
public final class UnknownWarning extends Check {

    static final UnknownWarning CHECK = new UnknownWarning();

    private UnknownWarning() {
        super(
                "unknown-warning",
                Severity.ERROR,
                new Text(
                        "A comment with a typo would allow nothing, and an error cannot be allowed at all: it is mended."
                                + " Name a warning by the code that stands in its brackets.",
                        "Комментарий с опечаткой ничего бы не разрешал, а ошибку разрешить нельзя вовсе: её исправляют."
                                + " Назовите предупреждение по коду из его скобок."));
    }

    public static Problem of(Span span, String code, Iterable<String> warnings) {
        return CHECK.at(span, new Text("there is no warning '" + code + "'", "нет предупреждения «" + code + "»"))
                .allowing(code, warnings);
    }
}
