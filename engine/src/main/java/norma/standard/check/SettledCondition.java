package norma.standard.check;

import java.util.Optional;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.expression.Possibilities;
import norma.expression.Settled;

/** A condition, or a part of one, that is the same whatever the facts are. */
abstract class SettledCondition extends Lint {

    private final boolean always;

    SettledCondition(String code, boolean always, Text why) {
        super(code, Severity.WARNING, why);
        this.always = always;
    }

    /** To ask twice for the same is no mistake: what is always true has to be so in itself. */
    @Override
    final void look(Draft draft, Problems problems) {
        Conditions conditions = new Conditions(draft);
        for (Conditions.Asked asked : conditions.all(draft)) {
            Possibilities given = always ? conditions.any() : asked.given();
            for (Settled part : Settled.in(asked.condition(), given))
                if (part.always() == always)
                    problems.add(at(part.span(), message(part.together().or(asked::among))));
        }
    }

    /** @param together what it contradicts */
    abstract Text message(Optional<Span> together);

    /** Whatever can be said of a subject. */
    static final class NeverTrue extends SettledCondition {

        NeverTrue() {
            super(
                    "never-true",
                    false,
                    new Text(
                            "What can never be true finds nothing, and nobody notices that it is missing. Most often 'and'"
                                    + " stands where 'or' was meant, or a limit was swapped.",
                            "То, что не бывает верным, ничего не находит, и никто не замечает пропажи. Чаще всего вместо"
                                    + " «or» написано «and» или перепутаны границы."));
        }

        @Override
        Text message(Optional<Span> together) {
            return together.map(other -> new Text(
                            "this is never true together with '" + other.text() + "'",
                            "это условие никогда не выполняется вместе с «" + other.text() + "»"))
                    .orElse(new Text("this is never true", "это условие никогда не выполняется"));
        }
    }

    static final class AlwaysTrue extends SettledCondition {

        AlwaysTrue() {
            super(
                    "always-true",
                    true,
                    new Text(
                            "What is never false leaves nobody out. Most often 'or' stands where 'and' was meant; to ask"
                                    + " whether something is known, write 'is defined'.",
                            "То, что не бывает неверным, никого не отсеивает. Чаще всего вместо «and» написано «or»; чтобы"
                                    + " узнать, известно ли значение, пишите «is defined»."));
        }

        @Override
        Text message(Optional<Span> together) {
            return new Text(
                    "this is always true where its values are known",
                    "это условие выполняется всегда, когда значения известны");
        }
    }
}
