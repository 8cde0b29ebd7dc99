package norma.standard.check;

import java.util.List;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.expression.Type;
import norma.fact.Catalogue;
import norma.fact.FactType;
import norma.standard.DecisionRule;
import norma.standard.DecisionRule.Assignee;
import norma.standard.DeviationRule;
import norma.standard.Standards;
import norma.standard.Subject;

/** A task for whoever holds a position, where the model does not say which positions there are. */
final class UnlistedPosition extends Lint {

    UnlistedPosition() {
        super(
                "unlisted-position",
                Severity.WARNING,
                new Text(
                        "A word that is no field is taken for a position, and a misspelt one is held by nobody, so the task"
                                + " goes to nobody. List the positions in the model, and every other word is an error.",
                        "Слово, которое не является полем, понимается как должность; с опечаткой её никто не занимает, и"
                                + " задача не достанется никому. Перечислите должности в модели — тогда любое другое слово"
                                + " станет ошибкой."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        if (!draft.whole() || draft.standards().model().domains().containsKey("position")) return;
        for (DecisionRule decision : draft.standards().decisions().values()) {
            for (DecisionRule.Step step : decision.ladder()) {
                if (!(step.to() instanceof Assignee.Holder holder)) continue;
                problems.add(at(
                                step.place().value("to"),
                                new Text(
                                        "the model does not say which positions there are: is '" + holder.position()
                                                + "' one?",
                                        "в модели не сказано, какие есть должности: есть ли «" + holder.position()
                                                + "»?"))
                        .allowing(holder.position(), employees(decision, draft.standards())));
            }
        }
    }

    /** The fields by which the deviation's subject leads to an employee. */
    private static List<String> employees(DecisionRule decision, Standards standards) {
        DeviationRule rule = standards.deviations().get(decision.when());
        if (rule == null || !(rule.on() instanceof Subject.OfFact fact)) return List.of();
        FactType type = fact.type();
        Catalogue catalogue = standards.model().catalogue();
        return catalogue.names(type).stream()
                .filter(name -> catalogue
                        .find(type, name)
                        .filter(found -> found.type().equals(Type.reference("employee")))
                        .isPresent())
                .toList();
    }
}
