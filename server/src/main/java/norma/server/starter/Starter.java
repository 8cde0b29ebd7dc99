package norma.server.starter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import norma.diagnostics.Text;
import norma.expression.Kind;
import norma.fact.FactType;
import norma.fact.Field;
import norma.standard.DecisionRule.Assignee;
import norma.standard.DeviationRule;
import norma.standard.Dimension;
import norma.standard.Kpi;
import norma.standard.Norm;
import norma.standard.Standards;
import norma.standard.Subject;

/**
 * Writes the text of a first file; the limits and times in it are examples.
 *
 * @param locale of the words on what to change; what the definition itself says stands in it in both languages
 */
public record Starter(String id, Locale locale) {

    private static final Text REFERENCE = new Text("every key: docs/language.md", "все ключи: docs/language.md");

    /** The age of each fact of the type, or how many there are where none of its times is known. */
    public String kpi(FactType of) {
        Optional<String> since = of.fields().stream()
                .filter(field -> field.type().kind() == Kind.TIME)
                .map(Field::name)
                .findFirst();
        String value = since.map(field -> "    unit: days\n    value: calendar_days(" + field + ", now)\n")
                .orElse("    unit: count\n    count: true\n");
        return opening(new Text("what is measured, and of what", "что измеряется и у чего")) + "kpis:\n" + titled()
                + "    of: " + of.name() + "\n" + value;
    }

    /** Empty where the KPI's unit has no more and less. */
    public Optional<String> norm(Kpi kpi) {
        return levels(kpi.unit().kind())
                .map(levels -> opening(new Text(
                                "from where on a value is a warning, and from where it is critical",
                                "с какого значения предупреждать, а с какого — критично"))
                        + "norms:\n" + titled() + "    kpi: " + kpi.id() + "\n    breach: above\n    default: { "
                        + levels + " }\n");
    }

    /** Of the first subjects that the norm's KPI is measured for. */
    public String deviation(Norm norm) {
        return opening(new Text(
                        "when something needs attention, and what is said",
                        "что требует внимания и как об этом сказать"))
                + "deviations:\n" + titled() + "    on: " + subject(norm.kpi()) + "\n    breaks: " + norm.id()
                + "\n    message:\n      en: \"{value}, the norm is {limit}\"\n      ru: \"{value}, норма {limit}\"\n";
    }

    /**
     * @param rule absent for a deviation that a rule in DRL declares
     * @param assignee who can be told from its subject
     * @param action what is to be done
     */
    public String decision(String deviation, Optional<DeviationRule> rule, String assignee, String action) {
        List<String> steps = rule.map(found -> found.severities().stream()
                        .map(severity -> severity.word())
                        .toList())
                .orElse(List.of("warn"));
        StringBuilder text = new StringBuilder(opening(new Text(
                "who is to do what about a deviation, and by when", "кто, что и к какому сроку делает с отклонением")));
        text.append("decisions:\n").append(titled());
        text.append("    when: ").append(deviation).append("\n    phase: control\n    mode: live\n    ladder:\n");
        for (String step : steps)
            text.append("      - { at: " + step + ", do: " + action + ", to: " + assignee + ", due: 2wd }\n");
        return text.toString();
    }

    /** One of the actions that the model names. */
    public static String action(Standards standards) {
        String prefix = "action:";
        return standards.model().titles().keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .min(String::compareTo)
                .orElse("review");
    }

    /** The words by which a person may be told from such a subject, the likeliest first. */
    public static List<String> assignees(String subject, Standards standards) {
        return List.of(subject + ".owner", subject + ".head", "owner", "head", "employee", position(standards));
    }

    private static String position(Standards standards) {
        return standards.decisions().values().stream()
                .flatMap(decision -> decision.ladder().stream())
                .flatMap(step ->
                        step.to() instanceof Assignee.Holder holder ? Stream.of(holder.position()) : Stream.empty())
                .findFirst()
                .orElseGet(() -> standards
                        .model()
                        .domains()
                        .getOrDefault("position", List.of("sales_director"))
                        .get(0));
    }

    private static String subject(Kpi kpi) {
        if (kpi.ofSubject()) return kpi.of().name();
        if (kpi.by().isEmpty()) return new Subject.OfScope(List.of()).name();
        return new Subject.OfScope(kpi.by().get(0).stream().map(Dimension::name).toList()).name();
    }

    private static Optional<String> levels(Kind unit) {
        Map<Kind, String> examples = Map.of(
                Kind.MONEY, "warn: 100_000, critical: 200_000",
                Kind.PERCENT, "warn: 10%, critical: 20%",
                Kind.HOURS, "warn: 24, critical: 48",
                Kind.WORKING_HOURS, "warn: 8, critical: 24");
        return switch (unit) {
            case TEXT, REFERENCE, TIME, TRUTH -> Optional.empty();
            default -> Optional.of(examples.getOrDefault(unit, "warn: 10, critical: 20"));
        };
    }

    private String opening(Text idea) {
        return "# " + idea.in(locale) + "; " + REFERENCE.in(locale) + "\nschema: 1\n";
    }

    private String titled() {
        String words = id.replace('_', ' ');
        String title = words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return "  " + id + ":\n    title: { en: " + title + ", ru: " + title + " }\n";
    }
}
