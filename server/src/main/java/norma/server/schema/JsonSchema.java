package norma.server.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import norma.diagnostics.Text;
import norma.document.Shape;

/** Writes a shape as JSON Schema, draft 7: the one that editors of YAML read. */
public final class JsonSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final KnownNames known;
    private final Locale locale;
    private final ObjectNode definitions = JSON.objectNode();

    private JsonSchema(KnownNames known, Locale locale) {
        this.known = known;
        this.locale = locale;
    }

    /** The whole document, indented, with a line break at its end. */
    public static String of(Shape file, Text title, KnownNames known, Locale locale) {
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "http://json-schema.org/draft-07/schema#");
        root.put("title", title.in(locale));
        JsonSchema schema = new JsonSchema(known, locale);
        root.setAll(schema.of(file, "file"));
        if (!schema.definitions.isEmpty()) root.set("definitions", schema.definitions);
        return new ObjectMapper().valueToTree(root).toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
    }

    /** @param name of the key that it is the value of */
    private ObjectNode of(Shape shape, String name) {
        if (shape instanceof Shape.Keys keys) return keys(keys);
        if (shape instanceof Shape.Named named) return named(named, name);
        if (shape instanceof Shape.Items items) return items(items, name);
        if (shape instanceof Shape.Word word) return word(word);
        Shape.Either either = (Shape.Either) shape;
        ObjectNode node = JSON.objectNode();
        if (!either.shapes().isEmpty()) {
            ArrayNode choices = node.putArray("anyOf");
            either.shapes().forEach(each -> choices.add(of(each, name)));
        }
        return node;
    }

    private ObjectNode keys(Shape.Keys shape) {
        ObjectNode node = JSON.objectNode().put("type", "object");
        ObjectNode properties = node.putObject("properties");
        for (Shape.Key key : shape.keys()) {
            ObjectNode value = JSON.objectNode();
            value.put("title", key.note().in(locale));
            form(key.value()).ifPresent(form -> value.put("description", form.in(locale)));
            value.setAll(of(key.value(), key.name()));
            properties.set(key.name(), value);
        }
        node.putObject("patternProperties").putObject("^x-");
        node.put("additionalProperties", false);
        List<String> required = shape.keys().stream()
                .filter(Shape.Key::required)
                .map(Shape.Key::name)
                .toList();
        if (!required.isEmpty()) strings(node.putArray("required"), required);
        if (!shape.rules().isEmpty()) {
            ArrayNode rules = node.putArray("allOf");
            shape.rules().forEach(rule -> rules.add(rule(rule)));
        }
        return node;
    }

    private static java.util.Optional<Text> form(Shape shape) {
        if (shape instanceof Shape.Word word) return word.form();
        if (shape instanceof Shape.Items items) return form(items.each());
        return java.util.Optional.empty();
    }

    private static ObjectNode rule(Shape.Rule rule) {
        ObjectNode node = JSON.objectNode();
        if (rule.kind() == Shape.Rule.Kind.ALL_OR_NONE) {
            ObjectNode dependencies = node.putObject("dependencies");
            for (String key : rule.keys())
                strings(
                        dependencies.putArray(key),
                        rule.keys().stream().filter(other -> !other.equals(key)).toList());
            return node;
        }
        ArrayNode choices = node.putArray(rule.kind() == Shape.Rule.Kind.EXACTLY_ONE ? "oneOf" : "anyOf");
        for (String key : rule.keys()) strings(choices.addObject().putArray("required"), List.of(key));
        return node;
    }

    private ObjectNode named(Shape.Named shape, String name) {
        ObjectNode node = JSON.objectNode().put("type", "object");
        boolean ofDimensions = shape.names().names().filter("dimension"::equals).isPresent();
        if (ofDimensions && !known.values().isEmpty()) {
            ObjectNode properties = node.putObject("properties");
            known.values()
                    .forEach((dimension, values) -> properties.set(dimension, oneOrMore(choice(values, List.of()))));
        }
        if (!shape.names().open()) node.set("propertyNames", text(shape.names()));
        node.set("additionalProperties", of(shape.each(), name));
        return node;
    }

    private ObjectNode items(Shape.Items shape, String name) {
        ObjectNode each = of(shape.each(), name);
        if (shape.orOne() && shape.each() instanceof Shape.Keys) each = defined(name, each);
        ObjectNode list = JSON.objectNode().put("type", "array");
        list.set("items", each);
        if (shape.least() > 0) list.put("minItems", shape.least());
        return shape.orOne() ? either(each, list) : list;
    }

    /** A reference to what would otherwise be written twice. */
    private ObjectNode defined(String name, ObjectNode schema) {
        String free = name;
        for (int n = 2; definitions.has(free) && !definitions.get(free).equals(schema); n++) free = name + n;
        definitions.set(free, schema);
        return JSON.objectNode().put("$ref", "#/definitions/" + free);
    }

    private static ObjectNode oneOrMore(ObjectNode each) {
        ObjectNode list = JSON.objectNode().put("type", "array");
        list.set("items", each);
        return either(each, list);
    }

    private static ObjectNode either(ObjectNode one, ObjectNode other) {
        ObjectNode node = JSON.objectNode();
        node.putArray("anyOf").add(one).add(other);
        return node;
    }

    private ObjectNode word(Shape.Word word) {
        if (word.pattern().isPresent() && !word.open()) return text(word);
        Map<String, Text> names = word.names().map(known::of).orElse(Map.of());
        boolean told = !names.isEmpty() || word.names().isEmpty();
        boolean closed = told && !word.open();
        if (names.isEmpty() && word.values().isEmpty() || !told) return anyWord(word);
        ObjectNode choice = choice(names, word.values());
        return closed ? choice : either(choice, anyWord(word));
    }

    /** As the name of a key, which is always a text. */
    private static ObjectNode text(Shape.Word word) {
        ObjectNode node = JSON.objectNode();
        word.pattern().ifPresent(pattern -> node.put("type", "string").put("pattern", "^(" + pattern + ")$"));
        if (!word.values().isEmpty()) strings(node.putArray("enum"), word.values());
        return node;
    }

    /** Whatever is written, it is taken as it is written: for an editor it may look like a number. */
    private static ObjectNode anyWord(Shape.Word word) {
        ObjectNode node = JSON.objectNode();
        strings(node.putArray("type"), List.of("string", "number", "boolean"));
        return word.pattern().isPresent() ? node : node.put("pattern", "\\S");
    }

    private ObjectNode choice(Map<String, Text> names, List<String> further) {
        Map<String, String> all = new LinkedHashMap<>();
        names.forEach((name, title) -> all.put(name, title.in(locale)));
        further.forEach(value -> all.putIfAbsent(value, ""));
        ObjectNode node = JSON.objectNode();
        ArrayNode values = node.putArray("enum");
        List<String> titles = new ArrayList<>();
        all.forEach((name, title) -> {
            values.add(name);
            titles.add(title);
            number(name, values, titles, title);
        });
        boolean said = !names.entrySet().stream()
                .allMatch(name -> name.getKey().equals(name.getValue().in(locale)));
        if (said) strings(node.putArray("enumDescriptions"), titles);
        return node;
    }

    /** What an editor takes for a number or a truth stands in the list as such too. */
    private static void number(String name, ArrayNode values, List<String> titles, String title) {
        if (name.equals("true") || name.equals("false")) values.add(Boolean.parseBoolean(name));
        else if (name.matches("[-+]?\\d+(\\.\\d*)?")) values.add(new BigDecimal(name));
        else return;
        titles.add(title);
    }

    private static void strings(ArrayNode into, List<String> texts) {
        texts.forEach(into::add);
    }
}
