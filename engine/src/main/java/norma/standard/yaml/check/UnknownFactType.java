package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A type of fact that does not exist. */
public final class UnknownFactType extends Check {

    static final UnknownFactType CHECK = new UnknownFactType();

    private UnknownFactType() {
        super(
                "unknown-fact-type",
                Severity.ERROR,
                new Text(
                        "A KPI of facts that nobody knows would always be empty. Write one of the types of fact of"
                                + " the reference.",
                        "Показатель по несуществующим фактам всегда был бы пустым. Напишите один из типов фактов из"
                                + " справочника."));
    }

    public static Problem of(Written type, Iterable<String> types) {
        return CHECK.at(
                        type.span(),
                        new Text(
                                "there are no facts of type '" + type.text() + "'",
                                "нет фактов типа «" + type.text() + "»"))
                .allowing(type.text(), types);
    }
}
