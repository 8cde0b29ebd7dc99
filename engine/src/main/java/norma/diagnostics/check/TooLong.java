package norma.diagnostics.check;

import java.util.Locale;
import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** More than anybody could read, or than the program takes. */
public final class TooLong extends Check {

    static final TooLong CHECK = new TooLong();

    private TooLong() {
        super(
                "too-long",
                Severity.ERROR,
                new Text(
                        "Bounds keep a mistake, such as a file pasted twice, from stopping the program. Split the"
                                + " file or the expression, or write a list under 'lists'.",
                        "Ограничения не дают ошибке, например дважды вставленному файлу, остановить программу."
                                + " Разделите файл или выражение либо вынесите список в «lists»."));
    }

    public static Problem file(Span span, int most) {
        return CHECK.at(
                span,
                new Text(
                        "the file is longer than " + english(most) + " characters",
                        "файл длиннее " + russian(most) + " знаков"));
    }

    public static Problem nodes(Span span, int most) {
        return CHECK.at(
                span,
                new Text(
                        "the file has more than " + english(most) + " keys and values",
                        "в файле больше " + russian(most) + " ключей и значений"));
    }

    public static Problem expression(Span span, int most) {
        return CHECK.at(
                span,
                new Text(
                        "longer than " + most + " characters: split the expression",
                        "длиннее " + most + " знаков: разбейте выражение"));
    }

    public static Problem parts(Span span, int most) {
        return CHECK.at(
                span,
                new Text(
                        "more than " + most + " parts: split the expression, or write a list under “lists”",
                        "больше " + most + " частей: разбейте выражение или вынесите список в «lists»"));
    }

    public static Problem number(Span span, int digits, int decimals) {
        return CHECK.at(
                span,
                new Text(
                        "a number has at most " + digits + " digits before the point and " + decimals + " after it",
                        "в числе не больше " + digits + " цифр до точки и " + decimals + " после неё"));
    }

    private static String english(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String russian(int number) {
        return english(number).replace(',', '\u00a0');
    }
}
