package norma.server.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.Explanation;
import norma.expression.Trace;
import norma.expression.Truth;
import norma.expression.Value;
import norma.server.report.Directory;
import norma.server.report.Outcomes;
import norma.server.report.Prose;
import norma.server.report.Traces;
import norma.standard.Kpi;
import norma.standard.Limit;
import norma.standard.Norm;
import norma.standard.NormTable;

/**
 * How a rule came to what it found, for its reader.
 *
 * @param conditions what had to be true, one to a line
 * @param value of the KPI that is judged, and what it was read from; empty for a rule that breaks no norm
 */
public record Why(
        String outcome, String place, List<Condition> conditions, Optional<Judged> value, List<ClockLine> clocks) {

    /** @param depth how far within others it is */
    public record Condition(boolean holds, String answer, int depth, String text, String read) {}

    /** @param breach on which side of the limit the breach is */
    public record Judged(
            String kpi,
            String title,
            String text,
            String value,
            List<Read> read,
            String norm,
            String normTitle,
            String breach,
            List<Row> rows) {}

    public record Read(String name, String value) {}

    /** @param fate why it did not apply; empty for the one that did */
    public record Row(
            boolean applied, String label, String warn, String critical, String clearAt, String until, String fate) {}

    /** On the engine's thread. */
    static Why of(Explanation explanation, Prose prose, Directory directory, long now) {
        return new Writer(prose, directory, now).why(explanation);
    }

    private record Writer(Prose prose, Directory directory, long now) {

        private Why why(Explanation explanation) {
            List<Condition> conditions = new ArrayList<>();
            explanation.condition().ifPresent(trace -> conditions(trace, 0, conditions));
            return new Why(
                    Prose.sentence(Outcomes.said(explanation, prose)),
                    explanation.rule().span().location(),
                    conditions,
                    explanation.value().map(trace -> judged(explanation, trace)),
                    explanation.durations().stream()
                            .map(elapsed -> ClockLine.of(elapsed, prose))
                            .toList());
        }

        private void conditions(Trace trace, int depth, List<Condition> found) {
            boolean joins = !trace.parts().isEmpty()
                    && trace.parts().stream()
                            .allMatch(part -> part.value().type().truth());
            Truth truth = trace.value().raw() instanceof Truth known ? known : Truth.UNDEFINED;
            boolean outermost = joins && depth == 0;
            if (!outermost)
                found.add(new Condition(
                        truth == Truth.TRUE,
                        Outcomes.answer(truth, prose),
                        depth,
                        line(trace.text()),
                        joins ? "" : read(trace)));
            if (joins) trace.parts().forEach(part -> conditions(part, outermost ? 0 : depth + 1, found));
        }

        private String read(Trace trace) {
            StringBuilder read = new StringBuilder();
            Traces.named(trace).forEach((name, value) -> read.append(read.isEmpty() ? "" : ", ")
                    .append(name)
                    .append(" = ")
                    .append(shown(value)));
            return read.toString().equals(line(trace.text())) ? "" : read.toString();
        }

        private Judged judged(Explanation explanation, Trace trace) {
            Norm norm = explanation.rule().breaks().orElseThrow().norm();
            Kpi kpi = norm.kpi();
            List<Read> read = new ArrayList<>();
            for (Map.Entry<String, Value> each : Traces.named(trace).entrySet())
                if (!each.getKey().equals(trace.text())) read.add(new Read(each.getKey(), shown(each.getValue())));
            List<Row> rows = new ArrayList<>();
            for (NormTable.Row row : explanation.rows()) rows.add(row(row, rows.isEmpty()));
            return new Judged(
                    kpi.id(),
                    prose.say(kpi.title()),
                    line(trace.text()),
                    shown(trace.value()),
                    read,
                    norm.id(),
                    prose.say(norm.title()),
                    norm.breach() == Norm.Breach.ABOVE
                            ? prose.say("breached above the limit", "нарушена, если выше предела")
                            : prose.say("breached below the limit", "нарушена, если ниже предела"),
                    rows);
        }

        private Row row(NormTable.Row row, boolean applied) {
            String label = row.label().equals("default") ? prose.say("by default", "по умолчанию") : row.label();
            String where = row.where().isEmpty() ? "" : ": " + String.join(", ", row.where());
            String reason = row.reason().map(why -> " (" + why + ")").orElse("");
            LocalDate today = Instant.ofEpochMilli(now).atZone(prose.zone()).toLocalDate();
            return new Row(
                    applied,
                    label + where,
                    limit(row.levels().warn()),
                    limit(row.levels().critical()),
                    limit(row.levels().clearAt()),
                    row.until().map(prose::date).orElse("") + reason,
                    fate(row, applied, today));
        }

        private String fate(NormTable.Row row, boolean applied, LocalDate today) {
            if (applied) return prose.say("applies", "действует");
            return row.applies(today)
                    ? prose.say("lost to a more specific row", "уступает более точной строке")
                    : prose.say("expired", "срок истёк");
        }

        private String limit(Optional<Limit> limit) {
            return limit.map(found -> prose.value(new Value(found.type(), found.boxed())))
                    .orElse("");
        }

        private String shown(Value value) {
            return Traces.shown(value, prose, directory);
        }

        private static String line(String text) {
            return text.replaceAll("\\s+", " ");
        }
    }
}
