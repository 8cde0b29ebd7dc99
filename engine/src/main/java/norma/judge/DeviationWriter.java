package norma.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import norma.deviation.Deviation;
import norma.deviation.Deviation.Evidence;
import norma.deviation.Episode;
import norma.deviation.Wording;
import norma.diagnostics.Text;
import norma.expression.Expression;
import norma.expression.Kind;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.expression.Value;
import norma.fact.Fact;
import norma.measure.Scope;
import norma.standard.DeviationRule;
import norma.standard.Limit;
import norma.standard.Message;
import norma.standard.NormTable;
import norma.standard.Severity;
import norma.standard.Standards;

/** Puts into words what a rule in YAML found: the deviation with its value, limit, evidence and message. */
final class DeviationWriter {

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
                watch.group(subject, scene),
                episode.severity(),
                episode.state(),
                value,
                limit,
                row,
                episode.since(),
                episode.raisedAt(),
                rule.stake().map(e -> e.whole(subject, scene)).filter(money -> !Undefined.is(money)),
                rule.title(),
                new Text(
                        fill(rule.message().en(), places, english, Locale.ENGLISH),
                        fill(rule.message().ru(), places, russian, RUSSIAN)),
                evidence(watch, subject),
                standards.fingerprints().getOrDefault(rule.id(), ""));
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
        Value value = expression.value(subject, scene);
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

    private List<Evidence> evidence(Watch watch, Object subject) {
        Map<String, Evidence> evidence = new LinkedHashMap<>();
        for (Expression expression : watch.inputs().expressions()) {
            for (Expression.Source source : expression.sources()) {
                Value value = source.value(subject, scene);
                if (value.defined()) evidence.putIfAbsent(source.text(), new Evidence(source.text(), value));
            }
        }
        return List.copyOf(evidence.values());
    }
}
