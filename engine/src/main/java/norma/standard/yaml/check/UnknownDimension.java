package norma.standard.yaml.check;

import java.util.List;
import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** What things cannot be told apart by. */
public final class UnknownDimension extends Check {

    static final UnknownDimension CHECK = new UnknownDimension();

    private UnknownDimension() {
        super(
                "unknown-dimension",
                Severity.ERROR,
                new Text(
                        "A figure can only be told apart by a text, a choice or a reference that its facts have."
                                + " Write one of these fields.",
                        "Разбить показатель можно только по тексту, выбору или ссылке, которые есть у фактов. Укажите"
                                + " одно из таких полей."));
    }

    public static Problem of(Written dimension, Text type, Iterable<String> known) {
        return CHECK.at(
                        dimension.span(),
                        new Text(
                                "a " + type.en() + " has no '" + dimension.text() + "'",
                                "у фактов «" + type.ru() + "» нет «" + dimension.text() + "»"))
                .allowing(dimension.text(), known);
    }

    /** @param what its type */
    public static Problem noWords(Written dimension, Text what) {
        return CHECK.at(
                dimension.span(),
                new Text(
                        "'" + dimension.text() + "' is " + what.en()
                                + ": a dimension is a text, a choice or a reference",
                        "«" + dimension.text() + "» — " + what.ru()
                                + ": измерением может быть текст, выбор или ссылка"));
    }

    /** A row of a norm for what the judged do not have. */
    public static Problem ofRow(Span row, String subject, List<String> dimensions, Iterable<String> known) {
        String all = String.join(" + ", dimensions);
        return CHECK.at(row, new Text("a " + subject + " has no " + all, "у «" + subject + "» нет " + all))
                .allowing(dimensions.get(0), known);
    }

    public static Problem expected(Span span) {
        return CHECK.at(span, new Text("a dimension is expected here", "здесь ожидается измерение"));
    }
}
