package norma.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.fact.Fact;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.Match;

/**
 * What a DRL rule found about one subject: the variables of its latest match, and every match that stands.
 *
 * @param variables without their {@code $}
 */
record DrlMatch(DrlRules.Declared declared, Fact subject, Map<String, Object> variables, List<Match> standing) {

    static DrlMatch of(Match match, DrlRules.Declared declared) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (String name : match.getDeclarationIds()) {
            Object value = match.getDeclarationValue(name);
            if (value != null) variables.put(name.startsWith("$") ? name.substring(1) : name, value);
        }
        Fact subject = (Fact) match.getDeclarationValue(declared.variable());
        return new DrlMatch(declared, subject, variables, List.of(match));
    }

    DrlMatch after(@Nullable DrlMatch earlier) {
        List<Match> all = new ArrayList<>(standing);
        if (earlier != null)
            earlier.standing.stream().filter(match -> !all.contains(match)).forEach(all::add);
        return new DrlMatch(declared, subject, variables, List.copyOf(all));
    }

    Optional<DrlMatch> without(Match gone) {
        List<Match> left =
                standing.stream().filter(match -> !match.equals(gone)).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new DrlMatch(declared, subject, variables, left));
    }
}
