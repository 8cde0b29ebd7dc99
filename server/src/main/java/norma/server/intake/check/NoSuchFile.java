package norma.server.intake.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A file that is not in the folder. */
public final class NoSuchFile extends Check {

    static final NoSuchFile CHECK = new NoSuchFile();

    private NoSuchFile() {
        super(
                "no-such-file",
                Severity.ERROR,
                new Text(
                        "Without it its facts would be missing. Put the file there, or write its name as it is; '*'"
                                + " stands for any letters.",
                        "Без него не было бы его фактов. Положите файл в папку или напишите его имя точно; «*»"
                                + " заменяет любые буквы."));
    }

    public static Problem of(Written file, Iterable<String> there) {
        return CHECK.at(
                        file.span(),
                        new Text(
                                "there is no file '" + file.text() + "' in the folder",
                                "в папке нет файла «" + file.text() + "»"))
                .allowing(file.text(), there);
    }
}
