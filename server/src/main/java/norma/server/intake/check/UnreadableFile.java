package norma.server.intake.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A file that is there and cannot be read. */
public final class UnreadableFile extends Check {

    static final UnreadableFile CHECK = new UnreadableFile();

    private UnreadableFile() {
        super(
                "unreadable-file",
                Severity.ERROR,
                new Text(
                        "Without it facts would be missing, and figures would be too low without a sign of it. Export"
                                + " it anew, or say in 'format', 'encoding' and 'delimiter' how it is written.",
                        "Без него фактов было бы меньше, и показатели молча оказались бы занижены. Выгрузите файл"
                                + " заново или укажите в «format», «encoding» и «delimiter», как он записан."));
    }

    public static Problem of(Span span, String file) {
        return CHECK.at(span, new Text("'" + file + "' cannot be read", "«" + file + "» не читается"));
    }

    public static Problem of(Span span, String file, Text why) {
        return CHECK.at(span, new Text(file + ": " + why.en(), file + ": " + why.ru()));
    }
}
