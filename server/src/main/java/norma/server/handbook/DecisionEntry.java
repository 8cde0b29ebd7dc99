package norma.server.handbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.diagnostics.Text;
import norma.fact.Catalogue;
import norma.fact.FactType;
import norma.server.handbook.Handbook.Entry;
import norma.server.handbook.Handbook.Line;
import norma.server.handbook.Handbook.Run;
import norma.server.handbook.Handbook.Table;
import norma.standard.DecisionRule;
import norma.standard.DecisionRule.Trigger;

/** What the handbook says of a decision. */
final class DecisionEntry {

    private static final Map<DecisionRule.Phase, Text> PHASES = Map.of(
            DecisionRule.Phase.PLAN, new Text("planning", "планирование"),
            DecisionRule.Phase.ORGANIZE, new Text("organizing", "организация"),
            DecisionRule.Phase.LEAD, new Text("leading", "мотивация"),
            DecisionRule.Phase.CONTROL, new Text("control", "контроль"));

    private final Chapters book;

    DecisionEntry(Chapters book) {
        this.book = book;
    }

    Entry of(DecisionRule rule) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(book.say("Answers", "Отвечает на"), List.of(book.link(rule.when()))));
        lines.add(new Line(
                book.say("Phase", "Фаза управления"),
                List.of(new Run.Words(book.phrase().say(PHASES.getOrDefault(rule.phase(), Text.same("")))))));
        if (rule.mode() == DecisionRule.Mode.SHADOW)
            lines.add(new Line(
                    book.say("Mode", "Режим"),
                    List.of(new Run.Words(book.say(
                            "shadow: recorded, acted on by nobody", "теневой: записывается, но не исполняется")))));
        rule.effect()
                .ifPresent(effect -> lines.add(new Line(
                        book.say("Whether it worked", "Помогло ли"),
                        List.of(
                                book.link(effect.metric()),
                                new Run.Words(book.say(", expected: ", ", ожидается: ")),
                                new Run.Code(effect.expect().word()),
                                new Run.Words(book.say(", after ", ", через ")
                                        + book.phrase().lapse(effect.checkAfter()))))));
        lines.addAll(book.tests(rule.id()));
        return new Entry(
                rule.id(),
                book.phrase().say(rule.title()),
                Optional.empty(),
                lines,
                Optional.of(ladder(rule)),
                Chapters.place(rule.span()),
                book.href(rule.span()));
    }

    private Optional<FactType> subject(DecisionRule rule) {
        return Optional.ofNullable(book.standards().deviations().get(rule.when()))
                .map(deviation -> deviation.on().name())
                .or(() -> book.declaredSubject(rule.when()))
                .flatMap(Catalogue::type);
    }

    private Table ladder(DecisionRule rule) {
        Optional<FactType> subject = subject(rule);
        return new Table(
                List.of(
                        book.say("When", "Когда"),
                        book.say("What", "Что"),
                        book.say("Who", "Кто"),
                        book.say("Due within", "Срок")),
                rule.ladder().stream()
                        .map(step -> List.of(
                                when(step.trigger()),
                                book.phrase().action(step.action()),
                                book.phrase().assignee(step.to(), subject),
                                step.due().map(book.phrase()::lapse).orElse("—")))
                        .toList());
    }

    private String when(Trigger trigger) {
        if (trigger instanceof Trigger.At at)
            return book.phrase().say(at.severity().title());
        return book.say("not acknowledged for ", "не подтверждено ")
                + book.phrase().lapse(((Trigger.Unacknowledged) trigger).time());
    }
}
