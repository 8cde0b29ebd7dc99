package norma.document.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A key without its value. */
public final class EmptyValue extends Check {

    static final EmptyValue CHECK = new EmptyValue();

    private EmptyValue() {
        super(
                "empty-value",
                Severity.ERROR,
                new Text(
                        "A threshold that reads as empty is no threshold, and nobody would see it: YAML takes '>' at"
                                + " the beginning of a value, or '#' after a space, away from it. Write the value, in quotes if"
                                + " need be, or remove the key.",
                        "Порог, который читается как пустой, — не порог, и этого никто не заметит: «>» в начале"
                                + " значения и «#» после пробела YAML понимает по-своему. Напишите значение, при необходимости в"
                                + " кавычках, или удалите ключ."));
    }

    public static Problem of(Span span) {
        return CHECK.at(span, new Text("a value is missing here", "здесь нет значения"));
    }

    public static Problem block(Span span) {
        return CHECK.at(
                span,
                new Text(
                        "'>' and '|' open a block of text in YAML, so this reads as empty: put the value in quotes",
                        "'>' и '|' в YAML открывают блок текста, и значение пусто: возьмите его в кавычки"));
    }
}
