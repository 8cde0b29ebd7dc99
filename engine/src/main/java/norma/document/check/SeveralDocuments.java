package norma.document.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A file with more than one document. */
public final class SeveralDocuments extends Check {

    static final SeveralDocuments CHECK = new SeveralDocuments();

    private SeveralDocuments() {
        super(
                "several-documents",
                Severity.ERROR,
                new Text(
                        "What stands after a line '---' is another document to YAML, and many programs silently drop"
                                + " it. Remove the line, or write two files.",
                        "Всё после строки «---» для YAML — другой документ, и многие программы молча его отбрасывают."
                                + " Удалите эту строку или заведите два файла."));
    }

    public static Problem of(Span span) {
        return CHECK.at(
                span,
                new Text("one file holds one document: remove this ---", "в файле один документ: уберите это ---"));
    }
}
