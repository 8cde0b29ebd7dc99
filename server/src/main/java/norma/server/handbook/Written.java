package norma.server.handbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.document.Document;
import norma.document.Node;

/** Definitions as they are written, by id. */
final class Written {

    private final Map<String, Node.Mapping> byId = new HashMap<>();
    private final List<Source> tests;

    /** @param tests files that test definitions */
    Written(List<Source> definitions, List<Source> tests) {
        this.tests = tests;
        for (Source source : definitions)
            Document.read(source, new Problems()).ifPresent(file -> file.entries().stream()
                    .map(Node.Entry::value)
                    .filter(Node.Mapping.class::isInstance)
                    .forEach(section -> ((Node.Mapping) section).entries().forEach(this::add)));
    }

    private void add(Node.Entry entry) {
        if (entry.value() instanceof Node.Mapping mapping) byId.put(entry.key().text(), mapping);
    }

    /** What stands under a key, on one line. */
    Optional<String> value(String id, String key) {
        return Optional.ofNullable(byId.get(id))
                .flatMap(found -> found.get(key))
                .map(Written::text);
    }

    /** What stands under a key of what stands under a key. */
    Optional<String> value(String id, String key, String inner) {
        return Optional.ofNullable(byId.get(id))
                .flatMap(found -> found.get(key))
                .filter(Node.Mapping.class::isInstance)
                .flatMap(found -> ((Node.Mapping) found).get(inner))
                .map(Written::text);
    }

    /** The keys of a definition that are among these. */
    List<String> keys(String id, List<String> among) {
        return Optional.ofNullable(byId.get(id)).stream()
                .flatMap(found -> found.entries().stream())
                .map(entry -> entry.key().text())
                .filter(among::contains)
                .toList();
    }

    /** Every word of a definition. */
    List<String> words(String id) {
        return Optional.ofNullable(byId.get(id)).map(Written::text).stream()
                .flatMap(text -> List.of(text.split("[^a-z0-9_]+")).stream())
                .distinct()
                .toList();
    }

    /** Where tests name a definition. */
    List<Test> tests(String id) {
        List<Test> found = new ArrayList<>();
        for (Source source : tests) {
            List<String> lines = source.text().lines().toList();
            for (int i = 0; i < lines.size(); i++)
                if (List.of(lines.get(i).split("[^a-z0-9_]+")).contains(id)) found.add(new Test(source, i + 1));
        }
        return found;
    }

    record Test(Source source, int line) {}

    private static String text(Node node) {
        if (node instanceof Node.Sequence list)
            return list.items().stream().map(Written::text).collect(Collectors.joining(", ", "[", "]"));
        if (node instanceof Node.Mapping mapping)
            return mapping.entries().stream()
                    .map(entry -> entry.key().text() + ": " + text(entry.value()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        return ((Node.Scalar) node).text().strip().replaceAll("\\s*\\n\\s*", " ");
    }
}
