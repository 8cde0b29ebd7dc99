package norma.server.intake.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** Two columns of one name. */
public final class DuplicateColumn extends Check {

    static final DuplicateColumn CHECK = new DuplicateColumn();

    private DuplicateColumn() {
        super(
                "duplicate-column",
                Severity.ERROR,
                new Text(
                        "An expression that names it could mean either. Give one another name.",
                        "Выражение с этим именем могло бы означать любой из них. Назовите один иначе."));
    }

    public static Problem of(Written column) {
        return CHECK.at(
                column.span(),
                new Text(
                        "the column '" + column.text() + "' is named twice",
                        "столбец «" + column.text() + "» назван дважды"));
    }
}
