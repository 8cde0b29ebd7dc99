package norma.server.intake.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A pattern that can read no date. */
public final class DatePattern extends Check {

    static final DatePattern CHECK = new DatePattern();

    private DatePattern() {
        super(
                "date-pattern",
                Severity.ERROR,
                new Text(
                        "mm are minutes and MM are months, and with the wrong one every date would be refused or,"
                                + " worse, another. Write the pattern as the message says.",
                        "mm — это минуты, а MM — месяцы: с неверным шаблоном все даты были бы отвергнуты или, хуже"
                                + " того, прочитаны иначе. Напишите шаблон так, как сказано в сообщении."));
    }

    public static Problem of(Span span, Text why) {
        return CHECK.at(span, why);
    }
}
