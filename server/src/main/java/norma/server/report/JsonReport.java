package norma.server.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import norma.decide.Decision;
import norma.deviation.Deviation;
import norma.judge.Judge;
import norma.measure.Reading;
import norma.server.intake.Account;
import norma.server.intake.Rejection;

/** The whole cycle for programs: one object, or a line for each thing. The schema is {@code docs/run-output.schema.json}. */
public final class JsonReport {

    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final Cycle cycle;
    private final Entries entries;

    public JsonReport(Cycle cycle) {
        this.cycle = cycle;
        this.entries = new Entries(cycle.standards().model().calendar().zone());
    }

    private interface Fields<T> {
        void write(JsonGenerator json, T item) throws IOException;
    }

    /** One object; the writer stays open. */
    public void write(Writer out) throws IOException {
        try (JsonGenerator json = indented(out)) {
            json.writeStartObject();
            json.writeStringField("as_of", entries.time(cycle.asOf()));
            json.writeStringField("definitions", cycle.standards().version());
            json.writeStringField("rules", cycle.rules());
            json.writeStringField("currency", cycle.standards().model().currency());
            json.writeBooleanField("generated", cycle.generated());
            json.writeObjectFieldStart("facts");
            facts(json);
            json.writeEndObject();
            array(json, "readings", cycle.readings(), entries::reading);
            json.writeArrayFieldStart("unmeasured");
            for (String kpi : cycle.unmeasured()) json.writeString(kpi);
            json.writeEndArray();
            array(json, "deviations", cycle.deviations(), entries::deviation);
            array(json, "decisions", cycle.decisions(), entries::decision);
            array(json, "failures", cycle.failures(), entries::failure);
            json.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    static JsonGenerator indented(Writer out) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        return JSON.createGenerator(out).setPrettyPrinter(printer);
    }

    private void facts(JsonGenerator json) throws IOException {
        Account account = cycle.account();
        json.writeNumberField("read", account.read());
        json.writeNumberField("accepted", account.accepted());
        json.writeNumberField("rejected", account.rejected());
        json.writeNumberField("left_out", account.leftOut());
        json.writeNumberField("later", cycle.later());
        json.writeObjectFieldStart("by_type");
        for (var count : cycle.factsByType().entrySet()) json.writeNumberField(count.getKey(), count.getValue());
        json.writeEndObject();
        json.writeArrayFieldStart("rejections");
        for (Account.SourceAccount source : account.sources())
            for (Rejection rejection : source.rejections()) object(json, rejection, entries::rejection);
        json.writeEndArray();
    }

    private static <T> void array(JsonGenerator json, String field, Iterable<T> items, Fields<T> fields)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (T item : items) object(json, item, fields);
        json.writeEndArray();
    }

    private static <T> void object(JsonGenerator json, T item, Fields<T> fields) throws IOException {
        json.writeStartObject();
        fields.write(json, item);
        json.writeEndObject();
    }

    /** A line for each reading, deviation and decision, told apart by {@code type}; the first line is about the cycle. */
    public void writeLines(Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).setPrettyPrinter(new MinimalPrettyPrinter(""))) {
            line(json, out, "cycle", cycle, (generator, whole) -> {
                generator.writeStringField("as_of", entries.time(whole.asOf()));
                generator.writeStringField("definitions", whole.standards().version());
                generator.writeStringField("rules", whole.rules());
            });
            for (Reading reading : cycle.readings()) line(json, out, "reading", reading, entries::reading);
            for (Deviation deviation : cycle.deviations()) line(json, out, "deviation", deviation, entries::deviation);
            for (Decision decision : cycle.decisions()) line(json, out, "decision", decision, entries::decision);
            for (Judge.Failure failure : cycle.failures()) line(json, out, "failure", failure, entries::failure);
        }
        out.flush();
    }

    private static <T> void line(JsonGenerator json, Writer out, String type, T item, Fields<T> fields)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
        fields.write(json, item);
        json.writeEndObject();
        json.flush();
        out.write('\n');
    }
}
