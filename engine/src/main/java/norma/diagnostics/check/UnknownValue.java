package norma.diagnostics.check;

import norma.diagnostics.Check;
import norma.diagnostics.Letters;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A word that is none of a closed set. */
public final class UnknownValue extends Check {

    static final UnknownValue CHECK = new UnknownValue();

    private UnknownValue() {
        super(
                "unknown-value",
                Severity.ERROR,
                new Text(
                        "What is compared with a word that nobody uses is never true, and nobody would notice. Write"
                                + " one of the allowed words, or add the word to the model.",
                        "Сравнение со словом, которого никто не использует, никогда не сработает, и этого никто не"
                                + " заметит. Напишите одно из допустимых слов или добавьте его в модель."));
    }

    /** @param choices all that may stand there */
    public static Problem choice(Written word, Iterable<String> choices) {
        return choice(word.span(), word.text(), choices);
    }

    public static Problem choice(Span span, String word, Iterable<String> choices) {
        return CHECK.at(span, new Text("'" + word + "' is none of these", "«" + word + "» сюда не подходит"))
                .allowing(word, choices);
    }

    /** @param domain the field whose values these are */
    public static Problem of(Span span, String value, String domain, Iterable<String> values) {
        Text message = new Text("“" + value + "” is no value of " + domain, "«" + value + "» — не значение " + domain);
        return CHECK.at(span, Letters.noting(value, message)).allowing(value, values);
    }

    public static Problem inList(Span span, String value, String domain, Iterable<String> values) {
        return CHECK.at(
                        span,
                        new Text(
                                "the list has “" + value + "”, which is no value of " + domain,
                                "в списке есть «" + value + "» — не значение " + domain))
                .allowing(value, values);
    }
}
