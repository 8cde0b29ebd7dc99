package norma.server.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import norma.Elapsed;
import norma.Explanation;
import norma.calendar.Stretch;
import norma.deviation.Deviation;
import norma.diagnostics.Span;
import norma.expression.Trace;
import norma.standard.Limit;
import norma.standard.NormTable;
import norma.standard.Severity;

/** The trace of one subject for programs. */
public final class ExplanationJson {

    private final Explained explained;
    private final Entries entries;
    private final ValueWriter values;
    private final JsonGenerator json;

    private ExplanationJson(Explained explained, JsonGenerator json) {
        this.explained = explained;
        this.entries = new Entries(explained.standards().model().calendar().zone());
        this.values = new ValueWriter(explained.standards().model().calendar().zone());
        this.json = json;
    }

    /** One object; the writer stays open. */
    public static void write(Explained explained, Writer out) throws IOException {
        try (JsonGenerator json = JsonReport.indented(out)) {
            new ExplanationJson(explained, json).write();
        }
        out.write('\n');
        out.flush();
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeStringField("as_of", values.time(explained.asOf()));
        json.writeObjectFieldStart("subject");
        json.writeStringField("type", explained.subject().type().name());
        json.writeStringField("id", explained.subject().id());
        json.writeStringField("title", explained.subject().name());
        json.writeEndObject();
        json.writeArrayFieldStart("rules");
        for (Explanation explanation : explained.explanations()) rule(explanation);
        json.writeEndArray();
        json.writeArrayFieldStart("deviations");
        for (Deviation deviation : explained.deviations()) {
            json.writeStartObject();
            entries.deviation(json, deviation);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("decisions");
        for (var decision : explained.decisions()) {
            json.writeStartObject();
            entries.decision(json, decision);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rule(Explanation explanation) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", explanation.rule().id());
        ValueWriter.text(json, "title", explanation.rule().title());
        place(explanation.rule().span());
        json.writeStringField("outcome", lower(Explained.outcome(explanation)));
        trace("condition", explanation.condition());
        trace("stopped_by", explanation.stoppedBy());
        trace("value", explanation.value());
        json.writeArrayFieldStart("durations");
        for (Elapsed elapsed : explanation.durations()) duration(elapsed);
        json.writeEndArray();
        norm(explanation);
        json.writeObjectFieldStart("episode");
        json.writeStringField("state", lower(explanation.episode().state()));
        json.writeNumberField("regressions", explanation.episode().regressions());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void place(Span span) throws IOException {
        json.writeStringField("file", span.source().name());
        json.writeNumberField("line", span.line());
    }

    private void trace(String field, Optional<Trace> trace) throws IOException {
        json.writeFieldName(field);
        if (trace.isEmpty()) json.writeNull();
        else trace(trace.get());
    }

    private void trace(Trace trace) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", trace.text());
        values.value(json, "value", trace.value().type(), trace.value().raw());
        json.writeStringField("unit", ValueWriter.unit(trace.value().type()));
        json.writeArrayFieldStart("parts");
        for (Trace part : trace.parts()) trace(part);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void duration(Elapsed elapsed) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", elapsed.count().text());
        json.writeStringField("calendar", elapsed.calendar().id());
        json.writeStringField("from", values.time(elapsed.from()));
        json.writeStringField("to", values.time(elapsed.to()));
        json.writeArrayFieldStart("stretches");
        for (Stretch stretch : elapsed.stretches()) {
            json.writeStartObject();
            json.writeStringField("from", stretch.from().toString());
            json.writeStringField("to", stretch.to().toString());
            json.writeStringField("kind", lower(stretch.kind()));
            if (stretch.holiday().isPresent())
                ValueWriter.text(json, "holiday", stretch.holiday().get());
            json.writeNumberField("working_days", stretch.ticks());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void norm(Explanation explanation) throws IOException {
        json.writeFieldName("norm");
        if (explanation.rule().breaks().isEmpty()) {
            json.writeNull();
            return;
        }
        var norm = explanation.rule().breaks().get().norm();
        json.writeStartObject();
        json.writeStringField("id", norm.id());
        place(norm.span());
        json.writeStringField("breach", lower(norm.breach()));
        json.writeArrayFieldStart("rows");
        boolean applied = true;
        for (NormTable.Row row : explanation.rows()) {
            row(row, applied);
            applied = false;
        }
        json.writeEndArray();
        json.writeObjectFieldStart("reached");
        for (var reached : explanation.reached().entrySet())
            json.writeStringField(reached.getKey().word(), values.time(reached.getValue()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void row(NormTable.Row row, boolean applied) throws IOException {
        json.writeStartObject();
        json.writeStringField("row", row.label());
        json.writeBooleanField("applied", applied);
        limit(Severity.WARN.word(), row.levels().warn());
        limit(Severity.CRITICAL.word(), row.levels().critical());
        limit("clear_at", row.levels().clearAt());
        if (row.until().isPresent())
            json.writeStringField("until", row.until().get().toString());
        if (row.reason().isPresent())
            json.writeStringField("reason", row.reason().get());
        json.writeEndObject();
    }

    private void limit(String field, Optional<Limit> limit) throws IOException {
        if (limit.isEmpty()) json.writeNullField(field);
        else values.value(json, field, limit.get().type(), limit.get().boxed());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
