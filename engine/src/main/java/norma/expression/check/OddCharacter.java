package norma.expression.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A character that looks like another, or like nothing. */
public final class OddCharacter extends Check {

    static final OddCharacter CHECK = new OddCharacter();

    private OddCharacter() {
        super(
                "odd-character",
                Severity.ERROR,
                new Text(
                        "Word processors and messengers put in quotes, dashes and spaces that look right and mean"
                                + " nothing here. Type the character anew.",
                        "Текстовые редакторы и мессенджеры вставляют кавычки, тире и пробелы, которые выглядят как"
                                + " надо, но здесь ничего не значат. Наберите знак заново."));
    }

    public static Problem quote(Span span, String inside) {
        return CHECK.at(
                span,
                new Text(
                        "a typographer's quote: write '" + inside + "'",
                        "типографская кавычка: напишите '" + inside + "'"));
    }

    public static Problem space(Span span, int point) {
        return CHECK.at(
                span,
                new Text(
                        "not an ordinary space (" + code(point) + "): write a space",
                        "не обычный пробел (" + code(point) + "): напишите пробел"));
    }

    public static Problem invisible(Span span, int point) {
        return CHECK.at(
                span,
                new Text(
                        "an invisible character (" + code(point) + "): delete it",
                        "невидимый символ (" + code(point) + "): удалите его"));
    }

    public static Problem meaningless(Span span, String sign) {
        return CHECK.at(
                span, new Text("“" + sign + "” means nothing here", "символ «" + sign + "» здесь ничего не значит"));
    }

    private static String code(int point) {
        return String.format("U+%04X", point);
    }
}
