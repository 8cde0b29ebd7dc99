package norma.document.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A file that says nothing. */
public final class EmptyFile extends Check {

    static final EmptyFile CHECK = new EmptyFile();

    private EmptyFile() {
        super(
                "empty",
                Severity.ERROR,
                new Text(
                        "An empty file is usually one that was saved too early or emptied by mistake. Write the"
                                + " definitions into it, or remove it.",
                        "Пустой файл — обычно тот, что сохранили раньше времени или случайно очистили. Напишите в"
                                + " него определения или удалите его."));
    }

    public static Problem of(Span span) {
        return CHECK.at(span, new Text("the file says nothing", "в файле ничего нет"));
    }
}
