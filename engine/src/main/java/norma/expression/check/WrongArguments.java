package norma.expression.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A function that is given too much, too little, or something else than it takes. */
public final class WrongArguments extends Check {

    static final WrongArguments CHECK = new WrongArguments();

    private WrongArguments() {
        super(
                "wrong-arguments",
                Severity.ERROR,
                new Text(
                        "Every function takes what its signature says, in that order. Write the arguments as the"
                                + " message shows.",
                        "Каждая функция принимает то, что указано в её описании, и в том же порядке. Напишите"
                                + " аргументы так, как показано в сообщении."));
    }

    public static Problem few(Span span, String signature) {
        return CHECK.at(span, new Text("too few arguments: " + signature, "слишком мало аргументов: " + signature));
    }

    public static Problem many(Span span, String signature) {
        return CHECK.at(span, new Text("too many arguments: " + signature, "слишком много аргументов: " + signature));
    }

    public static Problem noList(Span span) {
        return CHECK.at(span, new Text("the list is empty", "список пуст"));
    }

    public static Problem calendarExpected(Span span) {
        return CHECK.at(span, new Text("the name of a calendar is expected here", "здесь ожидается имя календаря"));
    }

    public static Problem patternExpected(Span span) {
        return CHECK.at(
                span,
                new Text(
                        "a pattern in quotes is expected here: 'dd.MM.yyyy'",
                        "здесь ожидается шаблон в кавычках: 'dd.MM.yyyy'"));
    }

    public static Problem noPattern(Span span) {
        return CHECK.at(
                span,
                new Text(
                        "no pattern of a time: write it like 'dd.MM.yyyy HH:mm'",
                        "это не шаблон времени: пишите так: 'dd.MM.yyyy HH:mm'"));
    }
}
