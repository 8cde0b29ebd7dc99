package norma.judge;

import java.util.LinkedHashMap;
import java.util.Map;
import norma.fact.Fact;
import norma.standard.Severity;
import org.kie.api.runtime.rule.Match;

/**
 * One match of a DRL rule that is a deviation, with its variables as they were when it was seen last.
 *
 * @param variables without their {@code $}
 */
record DrlMatch(Match match, DrlRules.Declared declared, Fact subject, Map<String, Object> variables) {

    static DrlMatch of(Match match, DrlRules.Declared declared) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (String name : match.getDeclarationIds()) {
            Object value = match.getDeclarationValue(name);
            if (value != null) variables.put(DrlMessage.bare(name), value);
        }
        return new DrlMatch(match, declared, subject(match, declared), variables);
    }

    static Fact subject(Match match, DrlRules.Declared declared) {
        return (Fact) match.getDeclarationValue(declared.variable());
    }

    /** A variable that holds neither word counts as a warning. */
    Severity severity() {
        String said = declared.severity();
        Object value = said.startsWith("$") ? variables.get(DrlMessage.bare(said)) : said;
        return "critical".equalsIgnoreCase(String.valueOf(value)) ? Severity.CRITICAL : Severity.WARN;
    }
}
