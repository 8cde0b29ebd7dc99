package norma.server.handbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.diagnostics.Text;
import norma.fact.Catalogue;
import norma.fact.FactType;
import norma.judge.DrlRules;
import norma.server.handbook.Handbook.Entry;
import norma.server.handbook.Handbook.Line;
import norma.server.handbook.Handbook.Run;
import norma.standard.DecisionRule;
import norma.standard.DeviationRule;
import norma.standard.Lapse;
import norma.standard.Severity;

/** What the handbook says of a deviation, from YAML or DRL. */
final class DeviationEntry {

    private final Chapters book;

    DeviationEntry(Chapters book) {
        this.book = book;
    }

    Entry of(DeviationRule rule) {
        List<Line> lines = new ArrayList<>();
        words(lines, book.say("About", "О чём"), book.phrase().say(rule.on().title()));
        written(lines, rule, "only_if", book.say("When", "Когда"));
        rule.breaks()
                .ifPresent(table -> lines.add(new Line(
                        book.say("Norm that is broken", "Нарушенная норма"),
                        List.of(book.link(table.norm().id())))));
        written(lines, rule, "over", book.say("Period", "Период"));
        if (rule.breaks().isEmpty()) words(lines, book.say("Severity", "Тяжесть"), severity(rule.severity()));
        lapse(lines, book.say("Raised after", "Поднимается через"), rule.forTime());
        lapse(lines, book.say("Cleared after", "Снимается через"), rule.clearFor());
        lapse(lines, book.say("The same again within", "Считается тем же в течение"), rule.reopenWithin());
        written(lines, rule, "no_data", book.say("Without data", "Без данных"));
        if (!rule.mutedBy().isEmpty()) lines.add(book.links(book.say("Muted by", "Глушат"), rule.mutedBy().stream()));
        written(lines, rule, "stake", book.say("Money at stake", "Деньги под угрозой"));
        book.written()
                .value(rule.id(), "message")
                .ifPresent(message -> words(lines, book.say("What it says", "Что говорит"), message(rule)));
        decisions(lines, rule.id());
        lines.addAll(book.tests(rule.id()));
        return new Entry(
                rule.id(),
                book.phrase().say(rule.title()),
                Optional.empty(),
                lines,
                Optional.empty(),
                Chapters.place(rule.span()),
                book.href(rule.span()));
    }

    Entry of(DrlRules.Described rule) {
        List<Line> lines = new ArrayList<>();
        words(
                lines,
                book.say("About", "О чём"),
                Catalogue.type(rule.subject())
                        .map(FactType::title)
                        .map(book.phrase()::say)
                        .orElse(rule.subject()));
        words(
                lines,
                book.say("When", "Когда"),
                book.say("a rule in DRL matches, see the file", "срабатывает правило на DRL, смотрите файл"));
        String severity = java.util.Arrays.stream(Severity.values())
                .filter(known -> known.word().equals(rule.severity()))
                .map(this::severity)
                .findFirst()
                .orElse(book.say("the rule says", "определяет правило"));
        words(lines, book.say("Severity", "Тяжесть"), severity);
        words(lines, book.say("What it says", "Что говорит"), book.phrase().say(rule.message()));
        decisions(lines, rule.id());
        lines.addAll(book.tests(rule.id()));
        return new Entry(
                rule.id(),
                book.phrase().say(rule.title()),
                Optional.empty(),
                lines,
                Optional.empty(),
                Chapters.place(rule.span()),
                book.href(rule.span()));
    }

    private String message(DeviationRule rule) {
        return book.phrase()
                .say(new Text(
                        book.written().value(rule.id(), "message", "en").orElse(""),
                        book.written().value(rule.id(), "message", "ru").orElse("")));
    }

    private void decisions(List<Line> lines, String id) {
        List<String> answering = book.standards().decisions().values().stream()
                .filter(decision -> decision.when().equals(id))
                .map(DecisionRule::id)
                .toList();
        if (answering.isEmpty())
            words(
                    lines,
                    book.say("Decisions", "Решения"),
                    book.say("none: it is only shown", "нет: только показывается"));
        else lines.add(book.links(book.say("Decisions", "Решения"), answering.stream()));
    }

    private void written(List<Line> lines, DeviationRule rule, String key, String label) {
        book.written().value(rule.id(), key).ifPresent(text -> lines.add(new Line(label, List.of(new Run.Code(text)))));
    }

    private void lapse(List<Line> lines, String label, Lapse lapse) {
        if (lapse.amount() > 0) words(lines, label, book.phrase().lapse(lapse));
    }

    private String severity(Severity severity) {
        return book.phrase().say(severity.title());
    }

    private static void words(List<Line> lines, String label, String text) {
        lines.add(new Line(label, List.of(new Run.Words(text))));
    }
}
