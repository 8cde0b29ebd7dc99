package norma.document.check;

import norma.diagnostics.Check;
import norma.diagnostics.Letters;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A key that nobody asked for. */
public final class UnknownKey extends Check {

    static final UnknownKey CHECK = new UnknownKey();

    private UnknownKey() {
        super(
                "unknown-key",
                Severity.ERROR,
                new Text(
                        "A key with a typo would simply not be there: the norm would stay as it was, the condition"
                                + " would be no condition. Write one of the allowed keys; keys of your own begin with 'x-'.",
                        "Ключ с опечаткой просто не действовал бы: норма осталась бы прежней, условие не было бы"
                                + " условием. Напишите один из допустимых ключей; ваши собственные ключи начинаются с «x-»."));
    }

    public static Problem of(Written key, Iterable<String> known) {
        Text named = new Text("unknown key '" + key.text() + "'", "неизвестный ключ «" + key.text() + "»");
        Text message = Letters.mixture(key.text())
                .map(mixed -> new Text(named.en() + ": " + mixed.en(), named.ru() + ": " + mixed.ru()))
                .orElse(named);
        return CHECK.at(key.span(), message).allowing(key.text(), known);
    }

    /** Of a rule in DRL. */
    public static Problem metadata(Span span, String key, Iterable<String> known) {
        return CHECK.at(span, new Text("unknown metadata '@" + key + "'", "неизвестные метаданные «@" + key + "»"))
                .allowing(key, known);
    }
}
