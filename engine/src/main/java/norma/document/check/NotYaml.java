package norma.document.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A text that the YAML parser cannot read. */
public final class NotYaml extends Check {

    static final NotYaml CHECK = new NotYaml();

    private NotYaml() {
        super(
                "yaml",
                Severity.ERROR,
                new Text(
                        "Nothing of a file can be read before its indents, quotes and brackets are right. Often the"
                                + " cause is a tab, a text with ': ' or '%' that needs quotes, or a bracket that was never"
                                + " closed.",
                        "Пока отступы, кавычки и скобки неверны, файл не читается вообще. Чаще всего причина —"
                                + " табуляция, текст с «: » или «%» без кавычек либо незакрытая скобка."));
    }

    public static Problem of(Span span, Text why) {
        return CHECK.at(span, why);
    }
}
