package norma.server.intake.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A column that the file does not have. */
public final class UnknownColumn extends Check {

    static final UnknownColumn CHECK = new UnknownColumn();

    private UnknownColumn() {
        super(
                "unknown-column",
                Severity.ERROR,
                new Text(
                        "What is read from it would be missing in every row. Write the name as it stands in the first"
                                + " line of the file.",
                        "Того, что из него читают, не было бы ни в одной строке. Напишите имя так, как оно стоит в"
                                + " первой строке файла."));
    }

    public static Problem of(Written column, Iterable<String> columns) {
        return CHECK.at(
                        column.span(),
                        new Text(
                                "the file has no column '" + column.text() + "'",
                                "в файле нет столбца «" + column.text() + "»"))
                .allowing(column.text(), columns);
    }
}
