package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A file of another version of the language. */
public final class UnknownSchema extends Check {

    static final UnknownSchema CHECK = new UnknownSchema();

    private UnknownSchema() {
        super(
                "unknown-schema",
                Severity.ERROR,
                new Text(
                        "The number says by which version of the language a file is written, so that a later program"
                                + " can still read it. Write 'schema: 1'.",
                        "Число говорит, по какой версии языка написан файл, чтобы его смогла прочесть и более поздняя"
                                + " программа. Напишите «schema: 1»."));
    }

    public static Problem of(Span span) {
        return CHECK.at(span, new Text("this program reads schema: 1", "эта программа читает schema: 1"));
    }
}
