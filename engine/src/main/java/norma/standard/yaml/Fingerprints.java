package norma.standard.yaml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Digest;
import norma.document.Node;

/**
 * What each KPI and each deviation rule says together with everything that it rests on, so that a reload can tell which have
 * become others. A definition rests on every definition whose id stands in it, on the model, and on the model's calendar.
 */
final class Fingerprints {

    private static final List<String> SECTIONS = List.of("kpis", "norms", "lists", "calendars");

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Sections sections;

    private Fingerprints(Sections sections) {
        this.sections = sections;
        SECTIONS.forEach(section -> sections.of(section).forEach((id, entry) -> texts.put(id, text(entry.value()))));
    }

    static Map<String, String> of(Sections sections, WorkingCalendar ofModel) {
        return new Fingerprints(sections).all(ofModel.id());
    }

    private Map<String, String> all(String calendar) {
        String model =
                sections.model().map(Node.Entry::value).map(Fingerprints::text).orElse("");
        Map<String, String> all = new LinkedHashMap<>();
        for (String section : List.of("kpis", "deviations")) {
            sections.of(section).forEach((id, entry) -> {
                String own = text(entry.value());
                Set<String> under = new LinkedHashSet<>();
                collect(own, under);
                collect(calendar, under);
                StringBuilder whole = new StringBuilder(model).append(own);
                under.forEach(other -> whole.append(other).append(texts.get(other)));
                all.put(id, Digest.of(whole.toString()));
            });
        }
        return Map.copyOf(all);
    }

    private void collect(String text, Set<String> under) {
        for (String word : text.split("[^a-z0-9_]+")) {
            Optional<String> other = Optional.ofNullable(texts.get(word));
            if (other.isPresent() && under.add(word)) collect(other.get(), under);
        }
    }

    private static String text(Node node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(Node node, StringBuilder out) {
        if (node instanceof Node.Scalar scalar)
            out.append('"').append(scalar.text()).append('"');
        if (node instanceof Node.Sequence sequence) {
            out.append('[');
            sequence.items().forEach(item -> write(item, out.append(' ')));
            out.append(']');
        }
        if (node instanceof Node.Mapping mapping) {
            out.append('{');
            mapping.entries()
                    .forEach(entry ->
                            write(entry.value(), out.append(entry.key().text()).append(':')));
            out.append('}');
        }
    }
}
