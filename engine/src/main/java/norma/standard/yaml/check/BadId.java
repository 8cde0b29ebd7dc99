package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** An id that could not be told from something else. */
public final class BadId extends Check {

    static final BadId CHECK = new BadId();

    private BadId() {
        super(
                "bad-id",
                Severity.ERROR,
                new Text(
                        "Ids stand in expressions and reports, so they must not look like a value or hide a letter of"
                                + " another alphabet. Use small Latin letters, digits and '_', and begin with a letter.",
                        "Идентификаторы встречаются в выражениях и отчётах, поэтому не должны выглядеть как значение или скрывать"
                                + " букву другого алфавита. Используйте строчные латинские буквы, цифры и «_», начинайте с"
                                + " буквы."));
    }

    public static Problem of(Written id) {
        return CHECK.at(
                id.span(),
                new Text(
                        "an id is of small Latin letters, digits and _, and starts with a letter: '" + id.text() + "'",
                        "id состоит из строчных латинских букв, цифр и _ и начинается с буквы: «" + id.text() + "»"));
    }

    public static Problem isReserved(Written id) {
        return CHECK.at(
                id.span(),
                new Text(
                        "'" + id.text() + "' has a meaning of its own in expressions: call it something else",
                        "«" + id.text() + "» в выражениях имеет своё значение: назовите иначе"));
    }

    /** An expression such as {@code status = won} could not tell the KPI or attribute from the value. */
    public static Problem isValue(Written id, String domain) {
        return CHECK.at(
                id.span(),
                new Text(
                        "'" + id.text() + "' is a value of " + domain + ": call it something else",
                        "«" + id.text() + "» — значение " + domain + ": назовите иначе"));
    }
}
