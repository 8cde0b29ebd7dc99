package norma.document;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import norma.diagnostics.Place;
import norma.diagnostics.Problems;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.diagnostics.check.UnknownValue;
import norma.document.check.EmptyValue;
import norma.document.check.MissingKey;
import norma.document.check.NotAMapping;
import norma.document.check.NotAValue;
import norma.document.check.UnknownKey;
import norma.document.check.WrongType;

/**
 * Reads a mapping key by key. Every key that is asked for becomes known; {@link #close()} reports the keys that nobody
 * asked for, with the nearest known one. A value of the wrong shape is a problem, and reads as absent.
 */
public final class Form {

    private final Node.Mapping mapping;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    private Form(Node.Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    public static Form of(Node.Mapping mapping, Problems problems) {
        return new Form(mapping, problems);
    }

    /** The node as a form, or a problem when it is no mapping. */
    public static Optional<Form> of(Node node, Problems problems) {
        if (node instanceof Node.Mapping found) return Optional.of(new Form(found, problems));
        problems.add(NotAMapping.of(node.span()));
        return Optional.empty();
    }

    public Span span() {
        return mapping.span();
    }

    /** Where everything stands that is said here. */
    public Place place(Span whole) {
        Map<String, Span> keys = new HashMap<>();
        Map<String, Span> values = new HashMap<>();
        collect(mapping, "", keys, values);
        return new Place(whole, Map.copyOf(keys), Map.copyOf(values));
    }

    private static void collect(Node.Mapping of, String path, Map<String, Span> keys, Map<String, Span> values) {
        for (Node.Entry entry : of.entries()) {
            String key = path + entry.key().text();
            keys.put(key, entry.key().span());
            if (entry.value() instanceof Node.Scalar)
                values.put(key, entry.value().span());
            if (entry.value() instanceof Node.Mapping inner) collect(inner, key + ".", keys, values);
        }
    }

    public Node.Mapping mapping() {
        return mapping;
    }

    public boolean has(String key) {
        return node(key).isPresent();
    }

    public Optional<Node> node(String key) {
        known.add(key);
        return mapping.get(key);
    }

    public Optional<Node> required(String key) {
        Optional<Node> found = node(key);
        if (found.isEmpty()) problems.add(MissingKey.of(mapping.span(), key));
        return found;
    }

    /** A scalar; a key without a value, and a block scalar that YAML reads as empty, are problems. */
    public Optional<Node.Scalar> scalar(String key) {
        return node(key).flatMap(this::asScalar);
    }

    public Optional<Node.Scalar> requiredScalar(String key) {
        Optional<Node> found = required(key);
        return found.flatMap(this::asScalar);
    }

    public Optional<String> word(String key) {
        return scalar(key).map(Node.Scalar::text);
    }

    public Optional<Integer> whole(String key) {
        return scalar(key).flatMap(s -> parsed(s, Integer::valueOf, new Text("a whole number", "целое число")));
    }

    public Optional<Boolean> flag(String key) {
        return choice(key, Map.of("true", true, "false", false));
    }

    public Optional<LocalDate> date(String key) {
        return scalar(key).flatMap(this::asDate);
    }

    public Optional<LocalDate> asDate(Node.Scalar scalar) {
        return parsed(scalar, LocalDate::parse, new Text("a date, such as 2026-01-31", "дата, например 2026-01-31"));
    }

    /** One of a few words. */
    public <E> Optional<E> choice(String key, Map<String, E> choices) {
        return scalar(key).flatMap(scalar -> choose(scalar, choices, problems));
    }

    public static <E> Optional<E> choose(Node.Scalar scalar, Map<String, E> choices, Problems problems) {
        E found = choices.get(scalar.text());
        if (found == null) problems.add(UnknownValue.choice(scalar, choices.keySet()));
        return Optional.ofNullable(found);
    }

    /** The items of a list; a single item may stand without brackets. */
    public List<Node> list(String key) {
        return node(key)
                .map(node -> node instanceof Node.Sequence sequence ? sequence.items() : List.of(node))
                .orElse(List.of());
    }

    public List<Node.Scalar> scalars(String key) {
        return list(key).stream().flatMap(node -> asScalar(node).stream()).toList();
    }

    public Optional<Form> form(String key) {
        return node(key).flatMap(node -> of(node, problems));
    }

    /** The entries of a mapping whose keys are the user's own names. */
    public List<Node.Entry> entries(String key) {
        return form(key).map(form -> form.mapping.entries()).orElse(List.of());
    }

    /** A text in both languages: {@code { en: …, ru: … }}. */
    public Optional<Text> text(String key) {
        return node(key).flatMap(node -> asText(node, problems));
    }

    public static Optional<Text> asText(Node node, Problems problems) {
        Optional<Form> form = of(node, problems);
        if (form.isEmpty()) return Optional.empty();
        Optional<String> en = form.get().requiredScalar("en").map(Node.Scalar::text);
        Optional<String> ru = form.get().requiredScalar("ru").map(Node.Scalar::text);
        form.get().close();
        return en.isPresent() && ru.isPresent() ? Optional.of(new Text(en.get(), ru.get())) : Optional.empty();
    }

    /** The same when reading ended early: these would have been asked for too. */
    public void close(List<String> rest) {
        known.addAll(rest);
        close();
    }

    /** Reports every key that was not asked for; keys that start with {@code x-} are free. */
    public void close() {
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (known.contains(key) || key.startsWith("x-")) continue;
            problems.add(UnknownKey.of(entry.key(), known));
        }
    }

    public Optional<Node.Scalar> asScalar(Node node) {
        return asScalar(node, problems);
    }

    public static Optional<Node.Scalar> asScalar(Node node, Problems problems) {
        if (!(node instanceof Node.Scalar scalar)) {
            problems.add(NotAValue.of(node.span()));
            return Optional.empty();
        }
        if (scalar.text().isBlank()) {
            problems.add(
                    scalar.style() == Node.Scalar.Style.BLOCK
                            ? EmptyValue.block(scalar.span())
                            : EmptyValue.of(scalar.span()));
            return Optional.empty();
        }
        return Optional.of(scalar);
    }

    private <E> Optional<E> parsed(Node.Scalar scalar, Function<String, E> parser, Text expected) {
        try {
            return Optional.of(parser.apply(scalar.text()));
        } catch (NumberFormatException | DateTimeParseException e) {
            problems.add(WrongType.of(scalar, expected));
            return Optional.empty();
        }
    }

    /** The names of the entries, for messages. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        mapping.entries().forEach(entry -> keys.add(entry.key().text()));
        return keys;
    }
}
