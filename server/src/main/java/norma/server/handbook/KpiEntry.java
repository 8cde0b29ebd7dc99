package norma.server.handbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norma.diagnostics.Text;
import norma.document.Shape;
import norma.server.handbook.Handbook.Entry;
import norma.server.handbook.Handbook.Line;
import norma.server.handbook.Handbook.Run;
import norma.standard.Kpi;
import norma.standard.yaml.DefinitionsShape;

/** What the handbook says of a KPI. */
final class KpiEntry {

    private final Chapters book;
    private final Shape.Keys shape;

    KpiEntry(Chapters book) {
        this.book = book;
        this.shape = DefinitionsShape.kpi();
    }

    Entry of(Kpi kpi) {
        List<Line> lines = new ArrayList<>();
        for (String key : book.written().keys(kpi.id(), DefinitionsShape.kinds())) {
            String kind =
                    shape.key(key).map(Shape.Key::note).map(book.phrase()::say).orElse(key);
            String value = book.written().value(kpi.id(), key).orElse("");
            lines.add(new Line(
                    book.say("How it is measured", "Как измеряется"),
                    List.of(new Run.Words(kind + ": "), new Run.Code(key + ": " + value))));
        }
        lines.add(words(
                book.say("Counted over", "Считается по фактам"),
                book.phrase().say(kpi.of().title())));
        written(kpi, "only_if", book.say("Only those with", "Только те, у кого"), lines);
        written(kpi, "at", book.say("Placed in a period by", "К периоду относится по"), lines);
        lines.add(words(book.say("Unit", "Единица"), unit(kpi)));
        if (!kpi.by().isEmpty()) lines.add(words(book.say("Told apart by", "Измерения"), dimensions(kpi)));
        if (!kpi.ofSubject())
            lines.add(words(book.say("Periods", "Периоды"), book.phrase().periods(kpi.over())));
        links(lines, book.say("Rests on", "Опирается на"), restsOn(kpi));
        links(
                lines,
                book.say("Norms", "Нормы"),
                book.standards().norms().values().stream()
                        .filter(norm -> norm.kpi().id().equals(kpi.id()))
                        .map(norm -> norm.id())
                        .toList());
        links(
                lines,
                book.say("Read by", "Используют"),
                Stream.concat(
                                book.standards().kpis().keySet().stream(),
                                book.standards().deviations().keySet().stream())
                        .filter(id -> !id.equals(kpi.id()))
                        .filter(id -> book.written().words(id).contains(kpi.id()))
                        .toList());
        lines.addAll(book.tests(kpi.id()));
        return new Entry(
                kpi.id(),
                book.phrase().say(kpi.title()),
                kpi.note().map(book.phrase()::say),
                lines,
                Optional.empty(),
                Chapters.place(kpi.span()),
                book.href(kpi.span()));
    }

    private void written(Kpi kpi, String key, String label, List<Line> lines) {
        book.written().value(kpi.id(), key).ifPresent(text -> lines.add(new Line(label, List.of(new Run.Code(text)))));
    }

    private void links(List<Line> lines, String label, List<String> ids) {
        if (!ids.isEmpty()) lines.add(book.links(label, ids.stream()));
    }

    private List<String> restsOn(Kpi kpi) {
        return book.written().words(kpi.id()).stream()
                .filter(word ->
                        !word.equals(kpi.id()) && book.standards().kpis().containsKey(word))
                .toList();
    }

    private String unit(Kpi kpi) {
        Text unit = kpi.unit().kind().words();
        return book.phrase().say(kpi.unit().words() ? new Text("a class or a text", "класс или текст") : unit);
    }

    private String dimensions(Kpi kpi) {
        String cuts = kpi.by().stream()
                .map(cut -> cut.stream()
                        .map(dimension -> book.phrase().path(kpi.of(), dimension.name()))
                        .collect(Collectors.joining(" + ")))
                .collect(Collectors.joining(", "));
        return kpi.whole() ? cuts : cuts + book.say("; not as a whole", "; без целого");
    }

    private static Line words(String label, String text) {
        return new Line(label, List.of(new Run.Words(text)));
    }
}
