package norma.standard.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.document.Document;
import norma.document.Form;
import norma.document.Node;
import norma.document.Trail;
import norma.expression.Expression;
import norma.standard.DeclaredDeviation;
import norma.standard.yaml.check.BadId;
import norma.standard.yaml.check.DuplicateId;
import norma.standard.yaml.check.UnknownSchema;

/** What all files say together, by section and id; ids are unique across sections, files and rules in DRL. */
final class Sections {

    private static final List<String> DEFINITIONS =
            List.of("calendars", "lists", "kpis", "norms", "deviations", "decisions");
    /** What these keys say names nothing. */
    private static final Set<String> NAMING = Set.of("title", "id");

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Pattern WORD_END = Pattern.compile("[^a-z0-9_]+");

    private final Map<String, Map<String, Node.Entry>> definitions = new HashMap<>();
    private final Map<String, Span> firstSeen = new HashMap<>();
    private final List<Node.Entry> models = new ArrayList<>();
    private final Map<Source, Node.Mapping> files = new IdentityHashMap<>();
    private final List<Source> unread = new ArrayList<>();
    private final Problems problems;

    private Sections(Problems problems) {
        this.problems = problems;
        DEFINITIONS.forEach(section -> definitions.put(section, new LinkedHashMap<>()));
    }

    static Sections of(List<Source> sources, Problems problems) {
        Sections sections = new Sections(problems);
        for (Source source : sources)
            Document.read(source, problems).ifPresentOrElse(sections::add, () -> sections.unread.add(source));
        return sections;
    }

    /** Rules in DRL declare deviations too, and nothing else may be called so. */
    void beside(Map<String, DeclaredDeviation> declared) {
        for (String section : DEFINITIONS)
            of(section).forEach((id, entry) -> {
                DeclaredDeviation before = declared.get(id);
                if (before != null) problems.add(DuplicateId.of(entry.key(), before.span()));
            });
    }

    /** The files that could be read. */
    List<Source> sources() {
        return List.copyOf(files.keySet());
    }

    /** @param rules whether the rules in DRL could not be read either */
    Unread unread(boolean rules) {
        return Unread.of(unread, definitions.getOrDefault("calendars", Map.of()).keySet(), rules);
    }

    /** The problem with the keys that lead to its place. */
    Problem placed(Problem problem) {
        Node.Mapping file = files.get(problem.span().source());
        return file == null ? problem : problem.within(Trail.to(problem.span(), file));
    }

    Map<String, Node.Entry> of(String section) {
        return definitions.getOrDefault(section, Map.of());
    }

    Optional<Node.Entry> model() {
        return models.stream().findFirst();
    }

    /** Where each id was defined first. */
    Map<String, Span> places() {
        return Map.copyOf(firstSeen);
    }

    /** Every word that a value says, wherever it stands: what nobody mentions, nobody uses. A title mentions nothing. */
    Set<String> mentioned() {
        Set<String> words = new HashSet<>();
        models.forEach(model -> collect(model.value(), words));
        definitions.values().forEach(section -> section.values().forEach(entry -> collect(entry.value(), words)));
        return Set.copyOf(words);
    }

    private static void collect(Node node, Set<String> words) {
        if (node instanceof Node.Scalar scalar) words.addAll(List.of(WORD_END.split(scalar.text())));
        if (node instanceof Node.Sequence sequence) sequence.items().forEach(item -> collect(item, words));
        if (node instanceof Node.Mapping mapping)
            mapping.entries().stream()
                    .filter(entry -> !NAMING.contains(entry.key().text()))
                    .forEach(entry -> collect(entry.value(), words));
    }

    private void add(Node.Mapping file) {
        files.put(file.span().source(), file);
        Form form = Form.of(file, problems);
        Optional<Integer> schema = form.required("schema").isPresent() ? form.whole("schema") : Optional.empty();
        if (schema.isPresent() && schema.get() != 1)
            problems.add(UnknownSchema.of(form.node("schema").orElseThrow().span()));
        for (Node.Entry entry : file.entries()) {
            if (entry.key().text().equals("model")) addModel(entry);
        }
        form.node("model");
        DEFINITIONS.forEach(section -> form.entries(section).forEach(entry -> add(section, entry)));
        form.close();
    }

    private void addModel(Node.Entry entry) {
        if (!models.isEmpty())
            problems.add(
                    DuplicateId.model(entry.key().span(), models.get(0).key().span()));
        models.add(entry);
    }

    private void add(String section, Node.Entry entry) {
        Node.Scalar id = entry.key();
        if (!ID.matcher(id.text()).matches()) problems.add(BadId.of(id));
        else if (Expression.reserves(id.text())) problems.add(BadId.isReserved(id));
        Span before = firstSeen.putIfAbsent(id.text(), id.span());
        if (before != null) {
            problems.add(DuplicateId.of(id, before));
            return;
        }
        definitions.computeIfAbsent(section, s -> new LinkedHashMap<>()).put(id.text(), entry);
    }
}
