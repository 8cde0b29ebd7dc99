package norma.server.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.document.Document;
import norma.document.Node;
import norma.standard.DeclaredDeviation;
import norma.standard.check.Lints;
import norma.standard.yaml.Definitions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Definition by definition: does the general schema refuse what the check refuses? Where it does not, {@code
 * docs/schema.md} says why; the check never accepts what the schema refuses, but for what is listed there too.
 */
class DifferencesTest {

    private static final Path RESOURCES = Project.ROOT.resolve("engine/src/test/resources");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ((?:`[a-z-]+`(?:, )?)+) \\| ");

    /** Codes of errors, each with where the schema says nothing; and the places where only the schema says something. */
    private static final Map<String, Set<String>> UNSEEN = new TreeMap<>();

    private static final Set<Check> LINTS = Set.copyOf(Lints.all());
    private static final Set<String> SEEN = new TreeSet<>();
    private static final List<String> STRICTER = new ArrayList<>();

    @BeforeAll
    static void compare() {
        Schema schema = ShippedSchemasTest.schema(ShippedSchemasTest.printed("schema"));
        for (List<Path> together : cases()) {
            Problems problems = new Problems();
            Definitions.read(
                    together.stream().map(DifferencesTest::source).toList(),
                    Map.of("from_drl", new DeclaredDeviation("client", Span.nowhere())),
                    problems);
            for (Path file : together) compare(file, problems.all(), schema);
        }
    }

    @Test
    void whatOnlyTheCheckRefusesIsListedWithItsReason() {
        Set<String> unlisted = new TreeSet<>(UNSEEN.keySet());
        unlisted.removeAll(listed());

        assertEquals(Set.of(), unlisted, () -> "docs/schema.md does not say why the schema accepts these: " + UNSEEN);
    }

    @Test
    void whatOnlyTheSchemaRefusesIsListedPlaceByPlace() {
        String page = Project.text(Project.ROOT.resolve("docs/schema.md"));
        List<String> unlisted = STRICTER.stream()
                .filter(place -> !page.contains("`" + place + "`"))
                .toList();

        assertEquals(List.of(), unlisted);
    }

    @Test
    void thereIsSomethingToCompare() {
        assertTrue(SEEN.containsAll(Set.of("unknown-key", "missing-key", "wrong-type", "kpi-kind")), SEEN.toString());
        assertTrue(UNSEEN.containsKey("unknown-name"), UNSEEN.keySet().toString());
    }

    private static void compare(Path file, List<Problem> problems, Schema schema) {
        Map<String, Set<String>> checked = new TreeMap<>();
        Set<String> places = new HashSet<>();
        List<Node.Scalar> keys = keys(file);
        for (Problem problem : problems) {
            if (!problem.span().source().name().equals(file.toString())) continue;
            if (problem.severity() == Problem.Severity.ERROR && !LINTS.contains(problem.check()))
                checked.computeIfAbsent(place(problem, keys), p -> new TreeSet<>())
                        .add(problem.code());
        }
        boolean readable = !keys.isEmpty();
        for (String error : refused(file, schema)) {
            List<String> named = checked.keySet().stream()
                    .filter(place -> isSection(error) && place.startsWith(error + "/"))
                    .toList();
            if (named.isEmpty()) places.add(readable ? error : "");
            places.addAll(named);
        }
        checked.forEach((place, codes) -> {
            if (places.contains(place)) SEEN.addAll(codes);
            else
                codes.forEach(code -> UNSEEN.computeIfAbsent(code, c -> new TreeSet<>())
                        .add(RESOURCES.relativize(file) + "#" + place));
        });
        places.removeAll(checked.keySet());
        places.forEach(
                place -> STRICTER.add(RESOURCES.relativize(file).toString().replace('\\', '/') + "#" + place));
    }

    /** Where a definition that the schema refuses stands: {@code /kpis/revenue}, or nothing for the file as a whole. */
    private static Set<String> refused(Path file, Schema schema) {
        Set<String> places = new TreeSet<>();
        try {
            for (Error error : schema.validate(Project.text(file), InputFormat.YAML)) {
                Matcher place = Pattern.compile("/(?!schema)[^/]+(/[^/]+)?")
                        .matcher(error.getInstanceLocation().toString());
                places.add(place.lookingAt() ? place.group() : "");
            }
        } catch (RuntimeException e) {
            places.add("");
        }
        return places;
    }

    private static String place(Problem problem, List<Node.Scalar> keys) {
        String section = "";
        String place = "";
        for (Node.Scalar key : keys) {
            if (key.span().line() > problem.span().line()
                    || (key.span().line() == problem.span().line()
                            && key.span().column() > problem.span().column())) break;
            boolean top = key.span().column() == 1;
            if (top) section = key.text().equals("schema") ? "" : "/" + key.text();
            place = top ? section : section + "/" + key.text();
        }
        boolean atFirstKey = !keys.isEmpty()
                && keys.get(0).span().line() == problem.span().line()
                && keys.get(0).span().column() == problem.span().column();
        boolean ofFile = problem.code().equals("missing-key") ? atFirstKey : !isSection(place) && isKeyOfFile(place);
        return ofFile ? "" : place;
    }

    private static boolean isKeyOfFile(String place) {
        return place.lastIndexOf('/') == 0;
    }

    private static boolean isSection(String place) {
        return Set.of("/model", "/calendars", "/lists", "/kpis", "/norms", "/deviations", "/decisions")
                .contains(place);
    }

    /** The keys of the file and of its sections, in the order of the file. */
    private static List<Node.Scalar> keys(Path file) {
        List<Node.Scalar> keys = new ArrayList<>();
        Document.read(source(file), new Problems())
                .ifPresent(root -> root.entries().forEach(section -> {
                    keys.add(section.key());
                    if (section.value() instanceof Node.Mapping inner)
                        inner.entries().forEach(entry -> keys.add(entry.key()));
                }));
        return keys;
    }

    private static List<List<Path>> cases() {
        List<List<Path>> cases = new ArrayList<>();
        Path definitions = RESOURCES.resolve("definitions");
        for (Path folder : folders(definitions)) {
            List<Path> files = new ArrayList<>(Project.yaml(folder));
            if (!Files.exists(folder.resolve("firm.yaml"))) files.add(definitions.resolve("firm.yaml"));
            cases.add(files);
        }
        Path prelude = RESOURCES.resolve("norma/check/prelude.yaml");
        for (Path folder : folders(RESOURCES.resolve("norma/check")))
            for (Path file : Project.yaml(folder)) {
                boolean whole = Project.text(file).contains("\nmodel:");
                cases.add(whole ? List.of(file) : List.of(prelude, file));
            }
        return cases;
    }

    private static List<Path> folders(Path parent) {
        return Project.yaml(parent).stream()
                .map(Path::getParent)
                .filter(folder -> !folder.equals(parent))
                .distinct()
                .toList();
    }

    private static Source source(Path file) {
        return new Source(file.toString(), Project.text(file));
    }

    private static Set<String> listed() {
        Set<String> codes = new TreeSet<>();
        Matcher rows = ROW.matcher(Project.text(Project.ROOT.resolve("docs/schema.md")));
        while (rows.find()) {
            Matcher code = Pattern.compile("`([a-z-]+)`").matcher(rows.group(1));
            while (code.find()) codes.add(code.group(1));
        }
        return codes;
    }
}
