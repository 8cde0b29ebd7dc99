package norma.server.handbook;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A handbook in one language, before it is Markdown or HTML. */
public record Handbook(String language, String title, List<String> about, String contents, List<Chapter> chapters) {

    /** @param id of its heading */
    public record Chapter(String id, String title, String about, List<Entry> entries) {}

    /**
     * One definition.
     *
     * @param place where it is written, such as {@code deals.yaml:3}
     * @param href leads to that place
     */
    public record Entry(
            String id,
            String title,
            Optional<String> note,
            List<Line> lines,
            Optional<Table> table,
            String place,
            String href) {}

    public record Line(String label, List<Run> said) {}

    public record Table(List<String> head, List<List<String>> rows) {

        /** Without the columns that say nothing in any row. */
        static Table filled(List<String> head, List<List<String>> rows) {
            List<Integer> kept = IntStream.range(0, head.size())
                    .filter(column ->
                            rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
                    .boxed()
                    .toList();
            return new Table(
                    kept.stream().map(head::get).toList(),
                    rows.stream()
                            .map(row -> kept.stream().map(row::get).toList())
                            .toList());
        }
    }

    /** A stretch of a line. */
    public sealed interface Run {

        record Words(String text) implements Run {}

        /** As it is written in a definition. */
        record Code(String text) implements Run {}

        /** To another entry. */
        record Link(String id, String text) implements Run {}

        /** To a file. */
        record Place(String href, String text) implements Run {}
    }
}
