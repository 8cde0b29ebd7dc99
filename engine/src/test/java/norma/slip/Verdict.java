package norma.slip;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norma.diagnostics.Printer;
import norma.diagnostics.Problem;
import norma.diagnostics.Span;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What came of a slip. */
public record Verdict(Kind kind, String told) {

    public enum Kind {
        THERE("told on the line, or beside the gap where lines are gone"),
        AT_ITS_HEAD("told at the head of the block that lost a line or all its lines"),
        NEXT("told on the next line"),
        BESIDE("told elsewhere, with a second place that is one of these"),
        WHOLE_GONE("all that was said of a name is gone, told where it is used"),
        ELSEWHERE("told elsewhere"),
        SAME_WORDS("the same words, written or ordered otherwise"),
        SAID_BY_DEFAULT("only words are gone that say what holds without them"),
        ANOTHER_MEANING("another meaning, of the very definition or of one that names it"),
        UNHEARD("other words, and nothing comes of them"),
        STRAYED("another meaning, of a definition that has nothing to do with it");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public boolean isProblem() {
            return compareTo(ELSEWHERE) <= 0;
        }
    }

    private static final Set<String> OF_WHAT_IS_MISSING =
            Set.of("missing-key", "kpi-kind", "not-a-mapping", "empty-value", "empty", "missing-section");
    /** Each says what is found or assumed without it; see the tables of the language's reference. */
    private static final Set<String> WITH_DEFAULT = Set.of(
            "unit",
            "week",
            "calendar",
            "severity",
            "mode",
            "over",
            "of",
            "by",
            "precedence",
            "clear_at",
            "whole",
            "currency",
            "format",
            "header",
            "encoding",
            "delimiter",
            "nulls",
            "quote",
            "decimal");

    /** A name of an encoding with others that mean the same. */
    private static final Pattern UTF_8 = Pattern.compile("(?i)^utf-?8$");

    private static final Pattern DECLARED =
            Pattern.compile("^(?: {2,6}(?=\\w+:)| *- \\{ id: | +types: \\{ )(\\w+)", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    /**
     * @param file its name
     * @param before what it said
     */
    public static Verdict of(String file, String before, Mutation slip, List<Problem> problems) {
        List<Problem> here = problems.stream()
                .filter(problem -> problem.span().source().name().equals(file))
                .toList();
        Set<Integer> head = heads(before, slip);
        Set<String> gone = declared(slip.before(before));
        gone.removeAll(declared(slip.after()));
        Kind kind = Kind.ELSEWHERE;
        if (here.stream().anyMatch(problem -> slip.isAt(problem.span().line()))) kind = Kind.THERE;
        else if (here.stream()
                .anyMatch(problem -> OF_WHAT_IS_MISSING.contains(problem.code())
                        && head.contains(problem.span().line()))) kind = Kind.AT_ITS_HEAD;
        else if (here.stream().anyMatch(problem -> slip.isNextTo(problem.span().line()))) kind = Kind.NEXT;
        else if (also(problems, file)
                .anyMatch(
                        place -> slip.isAt(place.line()) || slip.isNextTo(place.line()) || head.contains(place.line())))
            kind = Kind.BESIDE;
        else if (slip.losesLines()
                && problems.stream().anyMatch(problem -> words(problem.span().text()).stream()
                        .anyMatch(gone::contains))) kind = Kind.WHOLE_GONE;
        return new Verdict(
                kind,
                kind == Kind.THERE
                        ? ""
                        : slip.shown()
                                + new Printer(Locale.ENGLISH).print(problems.subList(0, Math.min(3, problems.size()))));
    }

    private static Stream<Span> also(List<Problem> problems, String file) {
        return problems.stream()
                .flatMap(problem -> problem.also().stream())
                .filter(place -> place.source().name().equals(file));
    }

    /** What the lines give a name to. */
    private static Set<String> declared(String lines) {
        return DECLARED.matcher(lines).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** A cut takes the rest of every block that is open there. */
    private static Set<Integer> heads(String before, Mutation slip) {
        Set<Integer> heads = new HashSet<>(head(before, slip));
        if (slip.kind() != Mutation.Kind.TRUNCATED && slip.kind() != Mutation.Kind.SPLICED) return heads;
        List<String> lines = before.lines().toList();
        int at = Math.min(slip.first(), lines.size());
        int depth = depth(lines.get(at - 1));
        for (int line = at - 1; line > 0; line--) {
            if (!says(lines.get(line - 1)) || depth(lines.get(line - 1)) >= depth) continue;
            heads.add(line);
            depth = depth(lines.get(line - 1));
        }
        return heads;
    }

    /** The line that opens the block where the first changed line was, and the first line of that block. */
    private static Set<Integer> head(String before, Mutation slip) {
        List<String> lines = before.lines().toList();
        int at = Math.min(slip.first(), lines.size());
        int depth = depth(lines.get(at - 1));
        int opener = at - 1;
        while (opener > 0 && (!says(lines.get(opener - 1)) || depth(lines.get(opener - 1)) >= depth)) opener--;
        List<String> after = slip.text().lines().toList();
        int first = opener + 1;
        while (first < after.size() && !says(after.get(first - 1))) first++;
        return Set.of(opener, first);
    }

    private static boolean says(String line) {
        return !line.isBlank() && !line.strip().startsWith("#");
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** @param others what the file rests on */
    public static Verdict withoutProblem(
            String text, List<String> others, Mutation slip, Map<String, String> before, Map<String, String> after) {
        Set<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(definition -> Objects.equals(before.get(definition), after.get(definition)));
        if (!changed.isEmpty()) {
            boolean explained = changed.stream()
                    .allMatch(definition ->
                            isExplained(definition, text, others, slip) || isOfCalendar(definition, changed));
            return new Verdict(explained ? Kind.ANOTHER_MEANING : Kind.STRAYED, slip.shown() + changed);
        }
        return unchanged(text, slip);
    }

    /** Of a text that is one definition as a whole. */
    public static Verdict withoutProblem(String text, Mutation slip, boolean same) {
        return same ? unchanged(text, slip) : new Verdict(Kind.ANOTHER_MEANING, slip.shown());
    }

    private static Verdict unchanged(String text, Mutation slip) {
        if (said(text).equals(said(slip.text()))) return new Verdict(Kind.SAME_WORDS, "");
        return new Verdict(isSaidByDefault(text, slip.text()) ? Kind.SAID_BY_DEFAULT : Kind.UNHEARD, slip.shown());
    }

    /** The definition is one of those where the slip is, or rests on one of them. */
    private static boolean isExplained(String definition, String text, List<String> others, Mutation slip) {
        Set<String> touched = slip.definitions(text);
        if (touched.contains("model") || touched.isEmpty()) return true;
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(definition.replaceFirst(".* ", "")));
        while (!open.isEmpty()) {
            String id = open.remove(open.size() - 1);
            if (touched.contains(id)) return true;
            if (reached.add(id)) open.addAll(namedBy(id, text + slip.text() + String.join("", others)));
        }
        return false;
    }

    /** A model that names no calendar has the first. */
    private static boolean isOfCalendar(String definition, Set<String> changed) {
        return definition.equals("model") && changed.stream().anyMatch(other -> other.startsWith("calendars "));
    }

    private static Set<String> namedBy(String id, String text) {
        return Pattern.compile("^  " + Pattern.quote(id) + ":.*\\n(( {4}.*)?\\n)*", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .flatMap(found -> words(found.group()).stream())
                .collect(Collectors.toSet());
    }

    private static String withoutComment(String line) {
        return line.replaceFirst("(^|\\s+)#.*", "").strip();
    }

    private static boolean isSaidByDefault(String before, String after) {
        List<String> gone =
                new ArrayList<>(before.lines().map(Verdict::withoutComment).toList());
        for (String line : after.lines().map(Verdict::withoutComment).toList()) {
            if (!gone.remove(line) && says(line)) return false;
        }
        return gone.stream()
                .filter(Verdict::says)
                .allMatch(line -> WITH_DEFAULT.contains(line.replaceFirst(":.*", "")));
    }

    /** What a text says to any reader of YAML; neither the order of keys nor that of a list's items is told. */
    private static String said(String text) {
        return said(new Yaml().compose(new StringReader(text)));
    }

    private static String said(Node node) {
        if (node instanceof ScalarNode scalar)
            return '"'
                    + UTF_8.matcher(scalar.getValue().strip().replaceAll("\\s+", " "))
                            .replaceFirst("utf-8")
                    + '"';
        if (node instanceof SequenceNode list)
            return list.getValue().stream()
                    .map(Verdict::said)
                    .sorted()
                    .distinct()
                    .toList()
                    .toString();
        return ((MappingNode) node)
                .getValue().stream()
                        .map(entry -> said(entry.getKeyNode()) + ":" + said(entry.getValueNode()))
                        .sorted()
                        .toList()
                        .toString();
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(HashSet::new));
    }
}
