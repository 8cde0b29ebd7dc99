package norma.server.intake.check;

import java.util.List;
import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** An encoding that does not exist. */
public final class UnknownEncoding extends Check {

    static final UnknownEncoding CHECK = new UnknownEncoding();

    private UnknownEncoding() {
        super(
                "unknown-encoding",
                Severity.ERROR,
                new Text(
                        "With a wrong encoding names of people and clients turn into gibberish. Write one of the"
                                + " usual encodings.",
                        "С неверной кодировкой имена людей и клиентов превращаются в кракозябры. Укажите одну из"
                                + " обычных кодировок."));
    }

    private static final List<String> USUAL =
            List.of("utf-8", "windows-1251", "windows-1252", "iso-8859-1", "utf-16", "koi8-r", "cp866");

    public static Problem of(Written encoding) {
        return CHECK.at(
                        encoding.span(),
                        new Text(
                                "'" + encoding.text() + "' is no encoding", "«" + encoding.text() + "» — не кодировка"))
                .allowing(encoding.text(), USUAL);
    }
}
