package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A task that would go to nobody. */
public final class UnknownAssignee extends Check {

    static final UnknownAssignee CHECK = new UnknownAssignee();

    private UnknownAssignee() {
        super(
                "unknown-assignee",
                Severity.ERROR,
                new Text(
                        "A task without an assignee is done by nobody. Write a path to an employee such as"
                                + " deal.owner, head_of(path), or a position.",
                        "Задачу без исполнителя не выполнит никто. Напишите путь к сотруднику, например deal.owner,"
                                + " head_of(путь) или должность."));
    }

    public static Problem leadsNowhere(Span span, String path, Iterable<String> employees) {
        return CHECK.at(span, new Text("'" + path + "' leads to no employee", "«" + path + "» не ведёт к сотруднику"))
                .allowing(path, employees);
    }

    public static Problem noPosition(Written position, Iterable<String> known) {
        return CHECK.at(
                        position.span(),
                        new Text(
                                "the model has no position '" + position.text() + "'",
                                "в модели нет должности «" + position.text() + "»"))
                .allowing(position.text(), known);
    }

    public static Problem noPath(Span span) {
        return CHECK.at(
                span,
                new Text("write a path, head_of(path) or a position", "пишите путь, head_of(путь) или должность"));
    }
}
