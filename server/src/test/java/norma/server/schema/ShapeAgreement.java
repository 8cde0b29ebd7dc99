package norma.server.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.document.Document;
import norma.document.Node;
import norma.document.Shape;
import org.junit.jupiter.api.Test;

/**
 * The shape says the same as the readers: in a file that has everything, each mapping is given a key that nobody knows,
 * each choice a word that nobody knows, and each mapping is robbed of each key. What the readers say then is what the
 * shape has to say.
 */
abstract class ShapeAgreement {

    private static final String UNKNOWN = "qqq_unknown";

    /** One place of the file: how to get there, and what may stand there. */
    private record Place(List<Object> path, String kind, Shape shape) {}

    private final Map<String, Object> everything;
    private final List<Place> places = new ArrayList<>();

    /** @param file has each key of each mapping at least once */
    ShapeAgreement(Shape shape, String file) {
        everything = map(everything(file));
        walk(List.of(), "", shape, everything);
    }

    abstract void read(Source source, Problems problems);

    /** Keys that are missed only because of what another key says. */
    abstract Set<String> missedByMeaning();

    /** How many choices the readers list at least. */
    abstract int choices();

    @Test
    void theFileWithEverythingIsFree() {
        assertEquals(
                List.of(), problems(everything).stream().map(Problem::message).toList());
    }

    @Test
    void everyKeyStandsInTheFileWithEverything() {
        Map<String, Set<String>> used = new TreeMap<>();
        Map<String, Set<String>> known = new TreeMap<>();
        for (Place place : places) {
            if (!(place.shape() instanceof Shape.Keys keys)) continue;
            used.computeIfAbsent(place.kind(), kind -> new TreeSet<>())
                    .addAll(map(at(everything, place.path())).keySet());
            known.put(place.kind(), names(keys));
        }
        used.values().forEach(keys -> keys.removeIf(key -> key.startsWith("x-")));

        assertEquals(lines(known), lines(used));
    }

    @Test
    void theKeysAreThoseThatAreRead() {
        Map<String, Set<String>> read = new TreeMap<>();
        Map<String, Set<String>> shaped = new TreeMap<>();
        for (Place place : places) {
            if (!(place.shape() instanceof Shape.Keys keys)) continue;
            Set<String> allowed =
                    allowed("unknown-key", changed(place, node -> map(node).put(UNKNOWN, "1")));
            read.computeIfAbsent(place.kind(), kind -> new TreeSet<>()).addAll(allowed);
            shaped.put(place.kind(), names(keys));
        }

        assertEquals(lines(read), lines(shaped));
    }

    @Test
    void theChoicesAreThoseThatAreRead() {
        Map<String, Set<String>> read = new TreeMap<>();
        Map<String, Set<String>> shaped = new TreeMap<>();
        for (Place place : places) {
            if (!(place.shape() instanceof Shape.Word word)
                    || word.open()
                    || word.names().isPresent()) continue;
            if (word.values().size() < 2) continue;
            List<Problem> found = problems(replaced(place));
            Set<String> allowed = found.stream()
                    .filter(problem -> problem.span().text().contains(UNKNOWN))
                    .flatMap(problem -> problem.allowed().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertFalse(found.isEmpty(), place.kind() + " takes any word");
            if (allowed.isEmpty()) continue;
            read.put(place.kind(), allowed);
            shaped.put(place.kind(), new TreeSet<>(word.values()));
        }
        // The reader's list has the types of fact only where it finds none; the words of its own are checked here.
        shaped.computeIfPresent("model.attributes.*.*.type", (kind, words) -> {
            words.retainAll(Objects.requireNonNull(read.get(kind)));
            return words;
        });

        assertEquals(lines(read), lines(shaped));
        assertTrue(read.size() >= choices(), "that is most of them: " + read.keySet());
    }

    @Test
    void onlyWhatIsRequiredIsMissed() {
        List<String> wrong = new ArrayList<>();
        for (Place place : places) {
            if (!(place.shape() instanceof Shape.Keys keys)) continue;
            for (String key : List.copyOf(map(at(everything, place.path())).keySet())) {
                boolean required = keys.key(key).filter(Shape.Key::required).isPresent();
                boolean ruled =
                        keys.rules().stream().anyMatch(rule -> rule.keys().contains(key));
                boolean missed = problems(changed(place, node -> map(node).remove(key))).stream()
                        .anyMatch(problem -> Set.of("missing-key", "kpi-kind").contains(problem.code()));
                if (required && !missed) wrong.add(place.kind() + "." + key + " is not missed");
                if (!required && !ruled && missed) wrong.add(place.kind() + "." + key + " is missed");
            }
        }
        wrong.removeIf(found -> missedByMeaning().contains(found.replace(" is missed", "")));

        assertEquals(List.of(), wrong);
    }

    @Test
    void whatIsExclusiveIsRefusedTogether() {
        for (Place place : places) {
            if (!(place.shape() instanceof Shape.Keys keys)) continue;
            for (Shape.Rule rule : keys.rules()) {
                if (rule.kind() != Shape.Rule.Kind.EXACTLY_ONE) continue;
                Object robbed = changed(
                        place, node -> rule.keys().forEach(key -> map(node).remove(key)));
                assertFalse(problems(robbed).isEmpty(), place.kind() + " does without " + rule.keys());
                Object doubled = changed(
                        place, node -> rule.keys().forEach(key -> map(node).putIfAbsent(key, "1wd")));
                assertFalse(problems(doubled).isEmpty(), place.kind() + " takes " + rule.keys() + " together");
            }
        }
    }

    private void walk(List<Object> path, String kind, Shape shape, Object value) {
        places.add(new Place(path, kind, shape));
        if (shape instanceof Shape.Keys keys)
            map(value).forEach((key, each) -> keys.key(key)
                    .ifPresent(known -> walk(with(path, key), join(kind, key), known.value(), each)));
        if (shape instanceof Shape.Named named)
            map(value).forEach((key, each) -> walk(with(path, key), join(kind, "*"), named.each(), each));
        if (shape instanceof Shape.Items items) {
            if (!(value instanceof List<?>)) walk(path, kind, items.each(), value);
            else
                for (int i = 0; i < list(value).size(); i++)
                    walk(with(path, i), kind, items.each(), list(value).get(i));
        }
        if (shape instanceof Shape.Either either)
            either.shapes().stream()
                    .filter(each -> suits(each, value))
                    .findFirst()
                    .ifPresent(each -> walk(path, kind, each, value));
    }

    private static boolean suits(Shape shape, Object value) {
        if (value instanceof Map<?, ?>) return shape instanceof Shape.Keys;
        return value instanceof List<?> ? shape instanceof Shape.Items : shape instanceof Shape.Word;
    }

    private static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static String join(String kind, String key) {
        return kind.isEmpty() ? key : kind + "." + key;
    }

    private static Set<String> names(Shape.Keys keys) {
        return keys.keys().stream().map(Shape.Key::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String lines(Map<String, Set<String>> byKind) {
        return byKind.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private Set<String> allowed(String code, Object file) {
        return problems(file).stream()
                .filter(problem -> problem.code().equals(code))
                .max(Comparator.comparing(problem -> problem.span().text().contains(UNKNOWN)))
                .map(problem -> Set.copyOf(problem.allowed()))
                .orElse(Set.of());
    }

    private Object changed(Place place, Consumer<Object> change) {
        Object copy = copy(everything);
        change.accept(at(copy, place.path()));
        return copy;
    }

    private Object replaced(Place place) {
        Object copy = copy(everything);
        Object holder = at(copy, place.path().subList(0, place.path().size() - 1));
        Object last = place.path().get(place.path().size() - 1);
        if (last instanceof Integer index) list(holder).set(index, UNKNOWN);
        else map(holder).put((String) last, UNKNOWN);
        return copy;
    }

    private static Object at(Object from, List<Object> path) {
        Object at = from;
        for (Object step : path)
            at = step instanceof Integer index ? list(at).get(index) : Objects.requireNonNull(map(at).get(step));
        return at;
    }

    private List<Problem> problems(Object file) {
        Problems problems = new Problems();
        read(new Source("everything.yaml", written(file)), problems);
        return problems.all();
    }

    private static Object everything(String file) {
        try (InputStream in = Objects.requireNonNull(ShapeAgreement.class.getResourceAsStream(file))) {
            Source source = new Source(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return plain(Document.read(source, new Problems()).orElseThrow());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Object plain(Node node) {
        if (node instanceof Node.Scalar scalar) return scalar.text();
        if (node instanceof Node.Sequence sequence)
            return sequence.items().stream()
                    .map(ShapeAgreement::plain)
                    .collect(Collectors.toCollection(ArrayList::new));
        Map<String, Object> map = new LinkedHashMap<>();
        ((Node.Mapping) node).entries().forEach(entry -> map.put(entry.key().text(), plain(entry.value())));
        return map;
    }

    private static Object copy(Object value) {
        if (value instanceof List<?> items)
            return items.stream().map(ShapeAgreement::copy).collect(Collectors.toCollection(ArrayList::new));
        if (!(value instanceof Map<?, ?>)) return value;
        Map<String, Object> map = new LinkedHashMap<>();
        map(value).forEach((key, each) -> map.put(key, copy(each)));
        return map;
    }

    private static String written(Object value) {
        if (value instanceof List<?> items)
            return items.stream().map(ShapeAgreement::written).collect(Collectors.joining(", ", "[", "]"));
        if (value instanceof Map<?, ?>)
            return map(value).entrySet().stream()
                    .map(entry -> "\"" + entry.getKey() + "\": " + written(entry.getValue()))
                    .collect(Collectors.joining(",\n", "{", "}"));
        return "\"" + ((String) value).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
