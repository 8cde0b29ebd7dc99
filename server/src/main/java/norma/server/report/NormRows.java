package norma.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.Explanation;
import norma.expression.Value;
import norma.standard.Limit;
import norma.standard.Norm;
import norma.standard.NormTable;

/** Writes the rows of a norm that fit a subject: the one that applied, and why the others did not. */
final class NormRows {

    private static final int LABEL = 34;

    private final Explanation explanation;
    private final Prose prose;
    private final Sheet sheet;
    private final LocalDate today;

    /** @param asOf epoch milliseconds */
    NormRows(Explanation explanation, Prose prose, Sheet sheet, long asOf) {
        this.explanation = explanation;
        this.prose = prose;
        this.sheet = sheet;
        this.today = Instant.ofEpochMilli(asOf).atZone(prose.zone()).toLocalDate();
    }

    void write() {
        Norm norm = explanation.rule().breaks().orElseThrow().norm();
        sheet.line(
                Paint.DIM,
                "   " + prose.say("norm ", "норма ") + norm.id() + prose.say(", breached ", ", нарушена, если ")
                        + (norm.breach() == Norm.Breach.ABOVE
                                ? prose.say("above the limit", "выше предела")
                                : prose.say("below the limit", "ниже предела"))
                        + "   " + norm.span().location());
        boolean first = true;
        for (NormTable.Row row : explanation.rows()) {
            String label = row.label() + (row.where().isEmpty() ? "" : " (" + String.join(", ", row.where()) + ")");
            row(label, levels(row.levels()) + fate(row, first), first);
            first = false;
        }
    }

    private void row(String label, String text, boolean applied) {
        String lead = (applied ? "   → " : "     ") + Sheet.left(Sheet.fit(label, LABEL - 2), LABEL);
        for (String line : Sheet.wrapped(text, Sheet.WIDTH - lead.length())) {
            sheet.add(applied ? Paint.BOLD : Paint.DIM, lead).line(applied ? Paint.PLAIN : Paint.DIM, line);
            lead = " ".repeat(lead.length());
        }
    }

    private String levels(Norm.Levels levels) {
        List<String> said = new ArrayList<>();
        said(prose.say("warning ", "предупреждение "), levels.warn()).ifPresent(said::add);
        said(prose.say("critical ", "критично "), levels.critical()).ifPresent(said::add);
        said(prose.say("clears at ", "снимается при "), levels.clearAt()).ifPresent(said::add);
        return String.join(", ", said);
    }

    private Optional<String> said(String name, Optional<Limit> limit) {
        return limit.map(l -> name + prose.value(new Value(l.type(), l.boxed())));
    }

    private String fate(NormTable.Row row, boolean applied) {
        String until = row.until()
                .map(day -> prose.say(", until ", ", до ") + prose.date(day))
                .orElse("");
        String reason = row.reason().map(why -> " (" + why + ")").orElse("");
        if (applied) return until + reason;
        return until
                + reason
                + (row.applies(today)
                        ? prose.say(" — less specific", " — менее точная строка")
                        : prose.say(" — expired", " — срок истёк"));
    }
}
