package norma.server.handbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import norma.server.handbook.Handbook.Entry;
import norma.server.handbook.Handbook.Line;
import norma.server.handbook.Handbook.Run;
import norma.server.handbook.Handbook.Table;
import norma.standard.Norm;

/** What the handbook says of a norm. */
final class NormEntry {

    private final Chapters book;
    private final LocalDate today;

    NormEntry(Chapters book, LocalDate today) {
        this.book = book;
        this.today = today;
    }

    Entry of(Norm norm) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                book.say("KPI", "Показатель"), List.of(book.link(norm.kpi().id()))));
        lines.add(new Line(
                book.say("Broken", "Нарушена"),
                List.of(new Run.Words(
                        norm.breach() == Norm.Breach.ABOVE
                                ? book.say("above the limit", "выше предела")
                                : book.say("below the limit", "ниже предела")))));
        if (norm.precedence().size() > 1)
            lines.add(new Line(
                    book.say("Which row wins", "Какая строка главнее"),
                    List.of(new Run.Words(norm.precedence().stream()
                            .map(dimensions -> dimensions.stream()
                                    .map(name -> book.phrase().path(norm.kpi().of(), name))
                                    .collect(Collectors.joining(" + ")))
                            .collect(Collectors.joining(" → "))))));
        List<String> used = book.standards().deviations().values().stream()
                .filter(rule -> rule.breaks()
                        .filter(table -> table.norm().id().equals(norm.id()))
                        .isPresent())
                .map(rule -> rule.id())
                .toList();
        if (!used.isEmpty()) lines.add(book.links(book.say("Deviations", "Отклонения"), used.stream()));
        lines.addAll(book.tests(norm.id()));
        return new Entry(
                norm.id(),
                book.phrase().say(norm.title()),
                Optional.empty(),
                lines,
                Optional.of(table(norm)),
                Chapters.place(norm.span()),
                book.href(norm.span()));
    }

    private Table table(Norm norm) {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> dimensions : norm.precedence())
            norm.overrides().stream()
                    .filter(row -> row.where().size() == dimensions.size()
                            && row.where().keySet().containsAll(dimensions))
                    .forEach(row -> rows.add(row(
                            whom(norm, row),
                            row.levels(),
                            row.until().map(this::until).orElse(""),
                            row.reason().orElse(""))));
        String others = rows.isEmpty() ? book.say("everybody", "все") : book.say("everybody else", "все остальные");
        rows.add(row(others, norm.byDefault(), "", ""));
        return Table.filled(
                List.of(
                        book.say("For whom", "Для кого"),
                        book.say("Warning", "Предупреждение"),
                        book.say("Critical", "Критично"),
                        book.say("Clears at", "Снимается при"),
                        book.say("Until", "До"),
                        book.say("Reason", "Причина")),
                rows);
    }

    private List<String> row(String whom, Norm.Levels levels, String until, String reason) {
        Phrase phrase = book.phrase();
        return List.of(
                whom,
                phrase.limit(levels.warn()),
                phrase.limit(levels.critical()),
                levels.clearAt().isEmpty() ? "" : phrase.limit(levels.clearAt()),
                until,
                reason);
    }

    private String whom(Norm norm, Norm.Override row) {
        return row.where().entrySet().stream()
                .map(entry -> book.phrase().path(norm.kpi().of(), entry.getKey()) + ": "
                        + book.phrase().value(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String until(LocalDate until) {
        return until.isBefore(today) ? until + book.say(" (over)", " (истекло)") : until.toString();
    }
}
