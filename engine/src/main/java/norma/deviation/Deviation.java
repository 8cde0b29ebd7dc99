package norma.deviation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.diagnostics.Text;
import norma.expression.Value;
import norma.standard.Severity;

/**
 * Something that needs attention, with what shows it. Its identity is the rule, the subject and the declared group
 * keys: never the value, the severity, the message or the rule's version.
 *
 * @param value what was judged; empty for a rule that breaks no norm
 * @param normRow which row of the norm applied, such as {@code stage + segment}
 * @param since when the condition came to be so, epoch milliseconds
 * @param raisedAt when it became active, epoch milliseconds; recovering and back leaves it as it was
 * @param stake the money at stake, in 1/10000 of the currency's unit
 * @param version of the rule that judged it and of what it rests on: other definitions do not change it
 */
public record Deviation(
        String rule,
        About subject,
        Map<String, String> groups,
        Severity severity,
        Episode.State state,
        Optional<Value> value,
        Optional<Value> limit,
        Optional<String> normRow,
        long since,
        long raisedAt,
        Optional<Long> stake,
        Text title,
        Text message,
        List<Evidence> evidence,
        String version) {

    /** @param type as definitions call it: {@code deal}, {@code company} */
    public record About(String type, String id, String title) {}

    /** @param source where it comes from: a field's path, or a KPI */
    public record Evidence(String source, Value value) {}

    public String id() {
        return id(rule, subject, groups);
    }

    public static String id(String rule, About subject, Map<String, String> groups) {
        StringBuilder id = new StringBuilder(rule)
                .append('/')
                .append(subject.type())
                .append('/')
                .append(subject.id());
        groups.forEach((name, value) -> id.append('/').append(name).append('=').append(value));
        return id.toString();
    }

    public String getId() {
        return id();
    }

    public String getRule() {
        return rule;
    }

    public String getSubjectType() {
        return subject.type();
    }

    public String getSubjectId() {
        return subject.id();
    }

    public Severity getSeverity() {
        return severity;
    }

    public boolean isActive() {
        return state == Episode.State.ACTIVE || state == Episode.State.RECOVERING;
    }
}
