package norma.server.report;

import java.util.List;
import java.util.Locale;
import norma.Elapsed;
import norma.Explanation;
import norma.decide.Decision;
import norma.deviation.Deviation;
import norma.diagnostics.Span;
import norma.expression.Truth;
import norma.expression.Type;
import norma.expression.Value;
import norma.fact.Catalogue;
import norma.fact.Field;
import norma.server.report.Explained.Outcome;
import norma.standard.Kpi;
import norma.standard.Severity;
import org.jspecify.annotations.Nullable;

/** The trace of one subject for whoever asks why, or why not. */
public final class ExplanationText {

    private static final int FIELD = 36;

    private final Explained explained;
    private final Prose prose;
    private final Sheet sheet;

    private ExplanationText(Explained explained, Locale locale, boolean coloured) {
        this.explained = explained;
        this.prose = new Prose(explained.standards().model(), locale);
        this.sheet = new Sheet(coloured);
    }

    public static String of(Explained explained, Locale locale, boolean coloured) {
        ExplanationText text = new ExplanationText(explained, locale, coloured);
        text.subject();
        explained.explanations().stream().filter(text::isTold).forEach(text::rule);
        explained.unexplained().forEach(text::drl);
        text.rest();
        return text.sheet.toString();
    }

    private boolean isTold(Explanation explanation) {
        Outcome outcome = Explained.outcome(explanation);
        return explained.inFull()
                || outcome == Outcome.RAISED
                || outcome == Outcome.PENDING
                || outcome == Outcome.MUTED;
    }

    private void subject() {
        String name = explained.subject().name();
        String id = explained.subject().id();
        String what = prose.say(explained.subject().type().title());
        String when = prose.say("as of ", "на ") + prose.moment(explained.asOf());
        String title = Prose.sentence(what) + ": " + name + (name.equals(id) ? "" : " · " + id);
        sheet.add(Paint.BOLD, Sheet.left(title, Sheet.WIDTH - when.length() - 2))
                .add("  ")
                .line(when);
        sheet.line(Paint.DIM, "═".repeat(Sheet.WIDTH));
        for (Field field : explained.subject().type().fields()) {
            if (!field.name().equals("title"))
                field(
                        prose.say(field.title()),
                        value(field.type(), field.value().apply(explained.subject())));
        }
        for (Catalogue.Attribute own : explained
                .standards()
                .model()
                .catalogue()
                .attributes(explained.subject().type()))
            field(
                    prose.say(own.title()),
                    value(own.type(), explained.subject().attributes().get(own.name())));
    }

    /** Facts hold a condition as a Boolean, values as a truth. */
    private static Value value(Type type, @Nullable Object held) {
        return new Value(type, held instanceof Boolean truth ? (truth ? Truth.TRUE : Truth.FALSE) : held);
    }

    private void field(String title, Value value) {
        if (value.defined())
            sheet.add("   ")
                    .add(Paint.DIM, Sheet.left(Sheet.fit(title, FIELD - 2), FIELD))
                    .line(shown(value));
    }

    private String shown(Value value) {
        return Traces.shown(value, prose, explained.directory());
    }

    private void rule(Explanation explanation) {
        Outcome outcome = Explained.outcome(explanation);
        sheet.section(prose.say(explanation.rule().title()) + " · "
                + explanation.rule().id());
        place(explanation.rule().span());
        sheet.paragraph(paint(outcome, explanation), "   ", Prose.sentence(Outcomes.said(explanation, prose)));
        explained.deviation(explanation).ifPresent(d -> sheet.paragraph(Paint.BOLD, "   ", prose.message(d)));
        Traces traces = new Traces(prose, explained.directory(), sheet);
        explanation.condition().ifPresent(condition -> {
            heading(prose.say("condition", "условие"));
            traces.condition(condition);
        });
        explanation.value().ifPresent(value -> {
            Kpi kpi = explanation.rule().breaks().orElseThrow().norm().kpi();
            heading(prose.say("value: KPI ", "значение: показатель ") + kpi.id() + "   "
                    + kpi.span().location());
            traces.value(value);
        });
        explanation.durations().forEach(this::duration);
        if (!explanation.rows().isEmpty()) new NormRows(explanation, prose, sheet, explained.asOf()).write();
        explained.deviation(explanation).ifPresent(this::decisions);
    }

    private static Paint paint(Outcome outcome, Explanation explanation) {
        if (outcome != Outcome.RAISED) return Paint.DIM;
        return explanation.episode().severity() == Severity.CRITICAL ? Paint.CRITICAL : Paint.WARN;
    }

    private void heading(String text) {
        sheet.line(Paint.DIM, "   " + text);
    }

    private void place(Span span) {
        sheet.line(Paint.DIM, "   " + span.location());
    }

    private void duration(Elapsed elapsed) {
        heading(prose.say("clock of ", "отсчёт ")
                + elapsed.count().text()
                + prose.say(", calendar ", ", календарь ")
                + elapsed.calendar().id());
        for (Days days : Days.of(elapsed.stretches())) {
            String dates =
                    prose.date(days.from()) + (days.from().equals(days.to()) ? "" : " – " + prose.date(days.to()));
            sheet.add("     ").add(Sheet.left(dates, 26)).line(Outcomes.said(days, prose));
        }
        if (elapsed.stretches().isEmpty()) sheet.line("     " + prose.say("within one day", "в пределах одного дня"));
    }

    private void drl(Deviation deviation) {
        sheet.section(prose.say(deviation.title()) + " · " + deviation.rule());
        heading(prose.say("a rule in DRL", "правило на DRL"));
        sheet.paragraph(Paint.BOLD, "   ", prose.message(deviation));
        deviation
                .evidence()
                .forEach(evidence -> sheet.line("     " + evidence.source() + " = " + shown(evidence.value())));
        decisions(deviation);
    }

    private void decisions(Deviation deviation) {
        List<Decision> decisions = explained.decisionsOn(deviation);
        if (!decisions.isEmpty()) heading(prose.say("decision", "решение"));
        for (Decision decision : decisions) {
            String who = decision.assignee()
                    .map(explained.directory()::employee)
                    .orElse(prose.say("nobody to do it", "исполнитель не найден"));
            String due = decision.due()
                    .map(at -> prose.say(", by ", ", до ") + prose.date(at))
                    .orElse("");
            sheet.line(
                    Paint.ACTION,
                    "     → " + who + ": " + prose.action(decision.action()) + due + " (" + decision.rule()
                            + prose.say(", step ", ", шаг ") + decision.step() + ")");
        }
    }

    /** The rules that found nothing, a line or two for each. */
    private void rest() {
        List<Explanation> rest =
                explained.explanations().stream().filter(e -> !isTold(e)).toList();
        if (rest.isEmpty()) return;
        sheet.section(prose.say("RULES THAT FOUND NOTHING", "ПРАВИЛА, КОТОРЫЕ НИЧЕГО НЕ НАШЛИ"));
        for (Explanation explanation : rest) {
            sheet.add("   ")
                    .line(prose.say(explanation.rule().title()) + " · "
                            + explanation.rule().id());
            sheet.paragraph(Paint.DIM, "     ", Outcomes.said(explanation, prose));
        }
        sheet.blank()
                .line(
                        Paint.DIM,
                        prose.say("in full: norma explain ", "подробно: norma explain ")
                                + explained.subject().type().name() + ":"
                                + explained.subject().id() + " "
                                + rest.get(0).rule().id());
    }
}
