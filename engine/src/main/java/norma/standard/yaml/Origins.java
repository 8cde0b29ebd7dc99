package norma.standard.yaml;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norma.diagnostics.Nearest;
import norma.diagnostics.Problem;
import norma.diagnostics.Span;
import norma.document.Node;

/**
 * Where a name that nobody knows may have been lost. A slip can be where something is defined as well as where it is named:
 * a definition that nobody names and that is written almost alike is shown beside it, and so is one whose name is right
 * while what is asked of it is not there.
 */
final class Origins {

    private static final Set<String> UNKNOWN = Set.of(
            "unknown-kpi",
            "unknown-norm",
            "unknown-deviation",
            "unknown-calendar",
            "unknown-name",
            "unknown-value",
            "unknown-dimension",
            "unknown-period",
            "unknown-assignee",
            "unknown-action",
            "placeholder");
    private static final Set<String> LISTED_IN_MODEL =
            Set.of("unknown-name", "unknown-value", "unknown-dimension", "unknown-assignee", "unknown-action");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    /** One slip changes one letter, or swaps two. */
    private static final int EDITS = 2;

    private final Map<String, Span> defined;
    private final Map<String, Span> declared = new LinkedHashMap<>();
    private final Map<Span, Set<String>> lists = new LinkedHashMap<>();
    private final Set<String> unnamed = new HashSet<>();
    private final Set<String> named = new HashSet<>();

    private Origins(Sections sections) {
        defined = sections.places();
        declared.putAll(defined);
        sections.model().ifPresent(model -> ofModel(model.value()));
        Set<String> mentioned = sections.mentioned();
        declared.keySet().forEach(name -> (mentioned.contains(name) ? named : unnamed).add(name));
    }

    private void ofModel(Node model) {
        if (!(model instanceof Node.Mapping says)) return;
        for (Node.Entry entry : says.entries()) {
            if (!(entry.value() instanceof Node.Mapping inner)) {
                listed(entry);
                continue;
            }
            switch (entry.key().text()) {
                case "pipelines" -> inner.entries().forEach(this::listed);
                case "attributes" -> inner.entries().forEach(of -> keys(of.key(), of.value()));
                case "actions" -> keys(entry.key(), inner);
                default -> {}
            }
        }
    }

    private void listed(Node.Entry entry) {
        if (!(entry.value() instanceof Node.Sequence list)) return;
        Set<String> ids = new HashSet<>();
        for (Node item : list.items()) {
            if (!(item instanceof Node.Mapping described)) continue;
            for (Node.Entry says : described.entries()) {
                if (says.key().text().equals("id") && says.value() instanceof Node.Scalar id) declare(id, ids);
            }
        }
        lists.put(entry.key().span(), ids);
    }

    private void keys(Node.Scalar of, Node node) {
        if (!(node instanceof Node.Mapping mapping)) return;
        Set<String> ids = new HashSet<>();
        mapping.entries().forEach(entry -> declare(entry.key(), ids));
        lists.put(of.span(), ids);
    }

    private void declare(Node.Scalar id, Set<String> ids) {
        ids.add(id.text());
        declared.putIfAbsent(id.text(), id.span());
    }

    /** The problems, those of unknown names with the places where these may have been lost. */
    static List<Problem> of(List<Problem> found, Sections sections) {
        if (found.stream().noneMatch(problem -> UNKNOWN.contains(problem.code()))) return found;
        Origins origins = new Origins(sections);
        return found.stream().map(origins::shown).toList();
    }

    private Problem shown(Problem problem) {
        if (!UNKNOWN.contains(problem.code())) return problem;
        Matcher written = NAME.matcher(problem.span().text());
        if (!written.find()) return problem;
        String name = written.group();
        if (defined.containsKey(name)) return problem.also(defined.get(name));
        Optional<Span> lost = misspelt(name)
                .or(() -> problem.suggestion().isEmpty() && LISTED_IN_MODEL.contains(problem.code())
                        ? listOf(Set.copyOf(problem.allowed()))
                        : Optional.empty());
        return lost.map(problem::also).orElse(problem);
    }

    /** What nobody names and is written almost alike; not when something that is in use is as near. */
    private Optional<Span> misspelt(String name) {
        Optional<String> nearest = Nearest.within(EDITS, name, unnamed)
                .or(() -> unnamed.stream().filter(other -> says(other, name)).findFirst());
        boolean rather = nearest.isPresent()
                && Nearest.within(Nearest.edits(name, nearest.get()), name, named)
                        .isPresent();
        return rather ? Optional.empty() : nearest.map(declared::get);
    }

    /** Between other signs, as when a word was typed twice. */
    private static boolean says(String written, String name) {
        return NAME.matcher(written).results().anyMatch(word -> word.group().equals(name));
    }

    /** The list of the model that says what is allowed; the longest of several. */
    private Optional<Span> listOf(Set<String> allowed) {
        return lists.entrySet().stream()
                .filter(list -> !list.getValue().isEmpty() && allowed.containsAll(list.getValue()))
                .max(Comparator.comparingInt(list -> list.getValue().size()))
                .map(Map.Entry::getKey);
    }
}
