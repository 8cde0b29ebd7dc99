package norma.judge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norma.deviation.Deviation;
import norma.deviation.Deviation.Evidence;
import norma.deviation.Episode;
import norma.deviation.Wording;
import norma.diagnostics.Text;
import norma.expression.Expression;
import norma.expression.Kind;
import norma.expression.Scene;
import norma.expression.Trace;
import norma.expression.Type;
import norma.expression.Undefined;
import norma.expression.Value;
import norma.fact.Fact;
import norma.fact.Money;
import norma.measure.Scope;
import norma.standard.DeviationRule;
import norma.standard.Dimension;
import norma.standard.Limit;
import norma.standard.Message;
import norma.standard.NormTable;
import norma.standard.Severity;
import norma.standard.Standards;
import org.jspecify.annotations.Nullable;

/** Puts into words what was found: the deviation with its value, limit, evidence and message. */
final class DeviationWriter {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.]*(\\[[^]]*])?");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::(\\w+))?}");
    private static final Locale RUSSIAN = new Locale("ru");

    private final Standards standards;
    private final Scene scene;
    private final Wording english;
    private final Wording russian;

    DeviationWriter(Standards standards, Scene scene) {
        this.standards = standards;
        this.scene = scene;
        this.english = new Wording(standards.model(), Locale.ENGLISH);
        this.russian = new Wording(standards.model(), RUSSIAN);
    }

    Deviation write(Watch watch, Object subject, Episode episode) {
        DeviationRule rule = watch.rule();
        Optional<Value> value = watch.value(subject, scene);
        Optional<Value> limit = watch.limit(subject, scene).map(DeviationWriter::asValue);
        Optional<String> row =
                rule.breaks().map(table -> watch.row(table, subject, scene)).map(NormTable.Row::label);
        Deviation.About about = about(rule, subject);
        Places places = new Places(about.title(), value, limit, row, episode.severity(), subject);
        return new Deviation(
                rule.id(),
                about,
                groups(rule, subject),
                episode.severity(),
                episode.state(),
                value,
                limit,
                row,
                episode.since(),
                rule.stake().map(e -> e.whole(subject, scene)).filter(money -> !Undefined.is(money)),
                rule.title(),
                new Text(
                        fill(rule.message().en(), places, english, Locale.ENGLISH),
                        fill(rule.message().ru(), places, russian, RUSSIAN)),
                evidence(watch, subject),
                standards.version());
    }

    private record Places(
            String title,
            Optional<Value> value,
            Optional<Value> limit,
            Optional<String> row,
            Severity severity,
            Object subject) {}

    private String fill(Message.Template template, Places places, Wording wording, Locale locale) {
        StringBuilder out = new StringBuilder();
        for (Message.Part part : template.parts()) {
            if (part instanceof Message.Part.Words words) out.append(words.text());
            else if (part instanceof Message.Part.Place place) out.append(fill(place, places, wording, locale));
        }
        return out.toString();
    }

    private String fill(Message.Part.Place place, Places places, Wording wording, Locale locale) {
        return switch (place.name()) {
            case "title" -> places.title();
            case "value" -> places.value().map(wording::of).orElse("—");
            case "limit" -> places.limit().map(wording::of).orElse("—");
            case "norm" -> places.row().orElse("—");
            case "severity" -> places.severity().title().in(locale);
            default ->
                place.value().map(e -> named(e, places.subject(), wording)).orElse("—");
        };
    }

    /** A reference is shown by the title of what it leads to. */
    private String named(Expression expression, Object subject, Wording wording) {
        Value value = expression.trace(subject, scene).value();
        if (value.type().kind() == Kind.REFERENCE && value.raw() instanceof String id)
            return scene.find(value.type().domain(), id) instanceof Fact fact ? fact.name() : id;
        return wording.of(value);
    }

    private static Value asValue(Limit limit) {
        return new Value(limit.type(), limit.boxed());
    }

    private Deviation.About about(DeviationRule rule, Object subject) {
        if (subject instanceof Fact fact) return new Deviation.About(fact.type().name(), fact.id(), fact.name());
        Scope scope = (Scope) subject;
        String id = String.join(" + ", scope.values());
        return scope.values().isEmpty()
                ? new Deviation.About("company", "company", "")
                : new Deviation.About(rule.on().name(), id, id);
    }

    private Map<String, String> groups(DeviationRule rule, Object subject) {
        Map<String, String> groups = new LinkedHashMap<>();
        for (Dimension dimension : rule.groupBy()) {
            String value = dimension.of(subject, scene);
            groups.put(dimension.name(), value == null ? "" : value);
        }
        return groups;
    }

    private List<Evidence> evidence(Watch watch, Object subject) {
        Map<String, Evidence> evidence = new LinkedHashMap<>();
        watch.expressions().forEach(expression -> leaves(expression.trace(subject, scene), evidence));
        return List.copyOf(evidence.values());
    }

    private static void leaves(Trace trace, Map<String, Evidence> evidence) {
        boolean literal =
                trace.text().equals(trace.value().raw()) || trace.text().equals("now");
        boolean named = NAME.matcher(trace.text()).matches() && !literal;
        if (trace.parts().isEmpty() && named && trace.value().defined())
            evidence.putIfAbsent(trace.text(), new Evidence(trace.text(), trace.value()));
        trace.parts().forEach(part -> leaves(part, evidence));
    }

    Deviation write(DrlMatch match, @Nullable Deviation standing) {
        DrlRules.Declared declared = match.declared();
        Fact subject = match.subject();
        Severity severity = severity(match);
        return new Deviation(
                declared.id(),
                new Deviation.About(subject.type().name(), subject.id(), subject.name()),
                Map.of(),
                severity,
                Episode.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                standing == null ? scene.now() : standing.since(),
                stake(match),
                declared.title(),
                new Text(
                        fill(declared.message().en(), match, english),
                        fill(declared.message().ru(), match, russian)),
                evidence(match),
                standards.version());
    }

    /** A word, or a variable that holds one. */
    private static Severity severity(DrlMatch match) {
        String said = match.declared().severity();
        Object value = said.startsWith("$") ? match.variables().get(said.substring(1)) : said;
        return "critical".equalsIgnoreCase(String.valueOf(value)) ? Severity.CRITICAL : Severity.WARN;
    }

    private static Optional<Long> stake(DrlMatch match) {
        return Optional.ofNullable(match.variables().get("stake"))
                .filter(Number.class::isInstance)
                .map(number -> money((Number) number));
    }

    private static long money(Number number) {
        return number instanceof BigDecimal exact ? Money.of(exact) : Math.round(number.doubleValue() * Money.UNIT);
    }

    private List<Evidence> evidence(DrlMatch match) {
        List<Evidence> evidence = new ArrayList<>();
        match.variables().forEach((name, value) -> {
            if (value instanceof Number number)
                evidence.add(new Evidence(name, new Value(Type.NUMBER, number.doubleValue())));
            else if (value instanceof String text) evidence.add(new Evidence(name, new Value(Type.TEXT, text)));
        });
        return List.copyOf(evidence);
    }

    /** {@code {share:percent}} is the variable {@code $share} as a percentage. */
    private String fill(String template, DrlMatch match, Wording wording) {
        Matcher place = PLACE.matcher(template);
        return place.replaceAll(found -> {
            String name = found.group(1);
            if (name.equals("title"))
                return Matcher.quoteReplacement(match.subject().name());
            Object value = match.variables().get(name);
            return Matcher.quoteReplacement(value == null ? "—" : worded(value, found.group(2), wording));
        });
    }

    private static String worded(Object value, @Nullable String unit, Wording wording) {
        if (value instanceof Fact fact) return fact.name();
        if (!(value instanceof Number number)) return String.valueOf(value);
        if ("money".equals(unit)) return wording.money(money(number));
        if ("percent".equals(unit)) return wording.of(new Value(Type.PERCENT, number.doubleValue()));
        return wording.decimal(number.doubleValue(), 2);
    }
}
