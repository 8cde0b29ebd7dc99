package norma.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.diagnostics.Place;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.expression.Expression;
import norma.expression.Type;
import norma.fact.FactType;

/**
 * A key performance indicator.
 *
 * @param of the facts that are its cases
 * @param unit of its value
 * @param onlyIf which of the facts count
 * @param at the time that places a case in a period; without it the KPI is a snapshot of now, and a case whose time is
 *     undefined or after now does not count
 * @param by the cuts that it is measured in, each a list of dimensions taken together; the items of a class or a share
 *     are its only cut
 * @param whole measured without any cut too
 * @param over the periods; never empty, the first is the one that is meant where none is named
 * @param zeroDenominator what no denominator means
 */
public record Kpi(
        String id,
        Text title,
        Optional<Text> note,
        FactType of,
        Type unit,
        Optional<Expression> onlyIf,
        Method method,
        Optional<Expression> at,
        List<List<Dimension>> by,
        boolean whole,
        List<Over> over,
        ZeroDenominator zeroDenominator,
        Place place) {

    public enum ZeroDenominator {
        UNDEFINED,
        ZERO
    }

    public Span span() {
        return place.span();
    }

    /** All that it reads: which are its cases, when they are, and what they bring. */
    public List<Expression> expressions() {
        List<Expression> all = new ArrayList<>();
        onlyIf.ifPresent(all::add);
        at.ifPresent(all::add);
        all.addAll(method.expressions());
        return all;
    }

    /** A value of each subject, with nothing added up. */
    public boolean ofSubject() {
        return method instanceof Method.OfSubject;
    }

    /** Whether each of those that a deviation may be about has a value or reading of its own. */
    public boolean measures(Subject subject) {
        return subject instanceof Subject.OfFact fact
                ? measures(fact.type())
                : measures(((Subject.OfScope) subject).dimensions());
    }

    /** Whether each fact of this type has a value or reading of its own. */
    public boolean measures(FactType type) {
        if (ofSubject()) return of == type;
        return by.stream()
                .anyMatch(cut -> cut.size() == 1
                        && cut.get(0).entity().filter(type.name()::equals).isPresent());
    }

    /** Whether there is a reading for each combination of these dimensions; none at all means the whole. */
    public boolean measures(List<String> dimensions) {
        if (dimensions.isEmpty()) return whole && !ofSubject();
        return by.stream()
                .anyMatch(cut -> cut.stream().map(Dimension::name).toList().equals(dimensions));
    }
}
