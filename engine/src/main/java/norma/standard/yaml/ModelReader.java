package norma.standard.yaml;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.document.Form;
import norma.document.Node;
import norma.document.check.WrongType;
import norma.expression.Type;
import norma.expression.check.UnknownCalendar;
import norma.fact.Catalogue;
import norma.fact.FactType;
import norma.standard.Model;
import norma.standard.yaml.check.BadId;
import norma.standard.yaml.check.DuplicateId;
import norma.standard.yaml.check.UnknownFactType;

/** Reads what the firm is: its currency, calendar, choices and own attributes. */
final class ModelReader {

    private static final Map<String, String> CHOICES =
            Map.of("segments", "segment", "sizes", "size", "roles", "role", "lines", "line", "positions", "position");
    private static final Map<String, Type> TYPES = Map.of(
            "text", Type.TEXT,
            "money", Type.MONEY,
            "number", Type.NUMBER,
            "count", Type.COUNT,
            "percent", Type.PERCENT,
            "days", Type.DAYS,
            "time", Type.TIME,
            "truth", Type.TRUTH);

    private final Map<String, WorkingCalendar> calendars;
    private final Problems problems;
    private final Map<String, List<String>> domains = new HashMap<>(Catalogue.FIXED_DOMAINS);
    private final Map<String, List<String>> pipelines = new LinkedHashMap<>();
    private final Map<String, Text> titles = new HashMap<>();
    private final List<Catalogue.Attribute> attributes = new ArrayList<>();
    private final List<Node.Scalar> attributeNames = new ArrayList<>();

    ModelReader(Map<String, WorkingCalendar> calendars, Problems problems) {
        this.calendars = calendars;
        this.problems = problems;
        domains.putAll(Classes.domains());
    }

    Model read(Optional<Node.Entry> entry) {
        Optional<Form> form = entry.flatMap(found -> Form.of(found.value(), problems));
        String currency =
                form.flatMap(f -> f.scalar("currency")).flatMap(this::currency).orElse("XXX");
        WorkingCalendar calendar = form.flatMap(f -> f.scalar("calendar"))
                .flatMap(this::calendar)
                .or(() -> calendars.values().stream().findFirst())
                .orElseGet(() ->
                        WorkingCalendar.named("default").zone(ZoneOffset.UTC).build());
        form.ifPresent(this::readChoices);
        return new Model(currency, calendar, pipelines, domains, titles, new Catalogue(attributes));
    }

    private void readChoices(Form form) {
        form.text("title").ifPresent(title -> titles.put("firm:title", title));
        Set<String> stages = new LinkedHashSet<>();
        for (Node.Entry pipeline : form.entries("pipelines")) {
            List<String> own = items(form, pipeline.value(), "stage");
            pipelines.put(pipeline.key().text(), own);
            stages.addAll(own);
        }
        if (!stages.isEmpty()) {
            domains.put("stage", List.copyOf(stages));
            domains.put("pipeline", List.copyOf(pipelines.keySet()));
        }
        CHOICES.forEach((key, domain) -> {
            if (form.has(key)) domains.put(domain, items(form, form.node(key).orElseThrow(), domain));
        });
        form.entries("attributes").forEach(this::attributesOf);
        attributeNames.forEach(this::refuseValue);
        form.entries("actions").forEach(action -> Form.asText(action.value(), problems)
                .ifPresent(title -> titles.put("action:" + action.key().text(), title)));
        form.close();
    }

    /** A list of ids, or of mappings with an id and a title. */
    private List<String> items(Form of, Node node, String domain) {
        Set<String> ids = new LinkedHashSet<>();
        List<Node> items = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
        for (Node item : items) {
            if (item instanceof Node.Scalar) {
                of.asScalar(item).ifPresent(id -> add(id, domain, ids));
                continue;
            }
            Optional<Form> form = Form.of(item, problems);
            Optional<Node.Scalar> id = form.flatMap(f -> f.requiredScalar("id"));
            Optional<Text> title = form.flatMap(f -> f.text("title"));
            form.ifPresent(Form::close);
            id.ifPresent(found -> {
                add(found, domain, ids);
                title.ifPresent(text -> titles.put(domain + ":" + found.text(), text));
            });
        }
        return List.copyOf(ids);
    }

    private void add(Node.Scalar id, String domain, Set<String> ids) {
        if (!ids.add(id.text())) problems.add(DuplicateId.twice(id));
        refuseField(id, domain);
    }

    private Optional<String> currency(Node.Scalar scalar) {
        try {
            return Optional.of(Currency.getInstance(scalar.text()).getCurrencyCode());
        } catch (IllegalArgumentException e) {
            problems.add(
                    WrongType.of(scalar, new Text("a code of a currency, such as RUB", "код валюты, например RUB")));
            return Optional.empty();
        }
    }

    private void attributesOf(Node.Entry entry) {
        Optional<FactType> of = factType(entry.key(), problems);
        Optional<Form> form = Form.of(entry.value(), problems);
        if (of.isEmpty() || form.isEmpty()) return;
        for (Node.Entry attribute : form.get().mapping().entries()) {
            Form.of(attribute.value(), problems)
                    .ifPresent(found -> attributes.add(attribute(of.get(), attribute.key(), found)));
        }
    }

    private Catalogue.Attribute attribute(FactType of, Node.Scalar name, Form form) {
        if (of.field(name.text()).isPresent() || name.text().equals("id"))
            problems.add(DuplicateId.isField(name, of.name()));
        attributeNames.add(name);
        Type type = form.scalar("type").flatMap(this::attributeType).orElse(Type.TEXT);
        if (form.has("values")) {
            String domain = of.name() + "." + name.text();
            domains.put(domain, items(form, form.node("values").orElseThrow(), domain));
            type = Type.of(domain);
        }
        Text title = form.text("title").orElse(Text.same(name.text()));
        form.close();
        return new Catalogue.Attribute(of, name.text(), type, title);
    }

    /** An expression such as {@code status = won} could not tell an attribute of that name from the value. */
    private void refuseValue(Node.Scalar name) {
        domains.keySet().stream()
                .sorted()
                .filter(domain -> domains.getOrDefault(domain, List.of()).contains(name.text()))
                .findFirst()
                .ifPresent(domain -> problems.add(BadId.isValue(name, domain)));
    }

    /** Nor could {@code stage = channel} tell a stage of that name from the text that stands in the field. */
    private void refuseField(Node.Scalar value, String domain) {
        Catalogue.TYPES.stream()
                .filter(type ->
                        type.fields().stream().anyMatch(field -> field.type().equals(Type.of(domain))))
                .filter(type -> type.field(value.text())
                        .filter(field -> field.type().equals(Type.TEXT))
                        .isPresent())
                .findFirst()
                .ifPresent(type -> problems.add(DuplicateId.isField(value, type.name())));
    }

    private Optional<Type> attributeType(Node.Scalar scalar) {
        Optional<FactType> reference = Catalogue.type(scalar.text());
        if (reference.isPresent()) return reference.map(type -> Type.reference(type.name()));
        return Form.choose(scalar, TYPES, problems);
    }

    private Optional<WorkingCalendar> calendar(Node.Scalar scalar) {
        WorkingCalendar found = calendars.get(scalar.text());
        if (found == null) problems.add(UnknownCalendar.of(scalar, calendars.keySet()));
        return Optional.ofNullable(found);
    }

    static Optional<FactType> factType(Node.Scalar scalar, Problems problems) {
        Optional<FactType> type = Catalogue.type(scalar.text());
        if (type.isEmpty())
            problems.add(UnknownFactType.of(
                    scalar, Catalogue.TYPES.stream().map(FactType::name).toList()));
        return type;
    }
}
