package norma.standard.yaml;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Digest;
import norma.document.Node;

/**
 * What each KPI and each deviation rule says together with everything that it rests on, so that a reload can tell which have
 * become others. A definition rests on every definition whose id stands in it, on the model, and on the model's calendar.
 */
final class Fingerprints {

    private static final List<String> MARKED = List.of("kpis", "deviations");
    private static final List<String> RESTED_ON = List.of("kpis", "norms", "lists", "calendars");
    private static final Pattern WORD_END = Pattern.compile("[^a-z0-9_]+");

    /**
     * What a definition says itself.
     *
     * @param digest of its text
     * @param words of its text that are ids of other definitions
     */
    private record Own(String digest, Set<String> words) {}

    private final Map<String, Own> owns = new HashMap<>();
    private final Sections sections;

    private Fingerprints(Sections sections) {
        this.sections = sections;
        Set<String> ids = new HashSet<>();
        RESTED_ON.forEach(section -> ids.addAll(sections.of(section).keySet()));
        Stream.concat(RESTED_ON.stream(), MARKED.stream()).distinct().forEach(section -> sections.of(section)
                .forEach((id, entry) -> owns.put(id, own(entry.value(), ids))));
    }

    static Map<String, String> of(Sections sections, WorkingCalendar ofModel) {
        return new Fingerprints(sections).all(ofModel.id());
    }

    private Map<String, String> all(String calendar) {
        String model =
                sections.model().map(entry -> Digest.of(text(entry.value()))).orElse("");
        Map<String, String> all = new HashMap<>();
        for (String section : MARKED)
            for (String id : sections.of(section).keySet()) all.put(id, Digest.of(model + whole(id, calendar)));
        return Map.copyOf(all);
    }

    /** The definition and all that it rests on, each by its digest. */
    private String whole(String id, String calendar) {
        Set<String> reached = new LinkedHashSet<>();
        reach(id, reached);
        reach(calendar, reached);
        StringBuilder whole = new StringBuilder();
        for (String each : reached)
            whole.append(each)
                    .append(' ')
                    .append(Objects.requireNonNull(owns.get(each)).digest())
                    .append('\n');
        return whole.toString();
    }

    private void reach(String id, Set<String> reached) {
        Own own = owns.get(id);
        if (own == null || !reached.add(id)) return;
        own.words().forEach(word -> reach(word, reached));
    }

    private static Own own(Node node, Set<String> ids) {
        String text = text(node);
        Set<String> words = new LinkedHashSet<>(Arrays.asList(WORD_END.split(text)));
        words.retainAll(ids);
        return new Own(Digest.of(text), words);
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
