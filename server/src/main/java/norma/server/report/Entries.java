package norma.server.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import norma.decide.Decision;
import norma.deviation.Deviation;
import norma.judge.Judge;
import norma.measure.Reading;
import norma.server.intake.Rejection;
import org.jspecify.annotations.Nullable;

/** Readings, deviations and decisions as JSON. */
public final class Entries {

    private static final JsonFactory JSON = new JsonFactory();

    private final ValueWriter values;

    public Entries(ZoneId zone) {
        values = new ValueWriter(zone);
    }

    /** ISO 8601 with the offset of the calendar's zone. */
    public String time(long epochMilli) {
        return values.time(epochMilli);
    }

    /** One JSON object. */
    public String deviation(Deviation deviation) {
        return written(json -> deviation(json, deviation));
    }

    /** One JSON object. */
    public String decision(Decision decision) {
        return written(json -> decision(json, decision));
    }

    /** One JSON object. */
    public String reading(Reading reading) {
        return written(json -> reading(json, reading));
    }

    /** A JSON object of texts, names and values in turn. */
    public static String map(@Nullable String... namesAndValues) {
        return written(json -> {
            for (int i = 0; i < namesAndValues.length; i += 2)
                text(json, String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        });
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static String written(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    void reading(JsonGenerator json, Reading reading) throws IOException {
        json.writeStringField("kpi", reading.definition().id());
        map(json, "scope", reading.scope().asMap());
        json.writeObjectFieldStart("period");
        json.writeStringField("name", PeriodName.of(reading.period()));
        json.writeStringField("over", reading.period().name());
        date(json, "from", reading.period().from());
        date(json, "to", reading.period().to());
        json.writeBooleanField("current", reading.current());
        json.writeEndObject();
        values.value(
                json, "value", reading.definition().unit(), reading.measured().value());
        json.writeStringField("unit", ValueWriter.unit(reading.definition().unit()));
        values.part(json, "numerator", reading.measured().numerator());
        values.part(json, "denominator", reading.measured().denominator());
        json.writeNumberField("cases", reading.measured().cases());
        json.writeNumberField("left_out", reading.measured().leftOut());
        if (reading.measured().undefined().isEmpty()) json.writeNullField("undefined");
        else ValueWriter.text(json, "undefined", reading.measured().undefined().get());
    }

    void deviation(JsonGenerator json, Deviation deviation) throws IOException {
        json.writeStringField("id", deviation.id());
        json.writeStringField("rule", deviation.rule());
        ValueWriter.text(json, "title", deviation.title());
        json.writeObjectFieldStart("subject");
        json.writeStringField("type", deviation.subject().type());
        json.writeStringField("id", deviation.subject().id());
        json.writeStringField("title", deviation.subject().title());
        json.writeEndObject();
        map(json, "groups", deviation.groups());
        json.writeStringField("severity", deviation.severity().word());
        json.writeStringField("state", lower(deviation.state()));
        values.value(json, "value", deviation.value());
        values.value(json, "limit", deviation.limit());
        unit(json, deviation);
        text(json, "norm_row", deviation.normRow().orElse(null));
        json.writeStringField("since", values.time(deviation.since()));
        json.writeFieldName("stake");
        if (deviation.stake().isEmpty()) json.writeNull();
        else json.writeNumber(ValueWriter.number(deviation.stake().get()));
        ValueWriter.text(json, "message", deviation.message());
        evidence(json, deviation);
        json.writeStringField("version", deviation.version());
    }

    private static void unit(JsonGenerator json, Deviation deviation) throws IOException {
        text(
                json,
                "unit",
                deviation
                        .value()
                        .or(deviation::limit)
                        .map(value -> ValueWriter.unit(value.type()))
                        .orElse(null));
    }

    private void evidence(JsonGenerator json, Deviation deviation) throws IOException {
        json.writeArrayFieldStart("evidence");
        for (Deviation.Evidence evidence : deviation.evidence()) {
            json.writeStartObject();
            json.writeStringField("name", evidence.source());
            values.value(
                    json, "value", evidence.value().type(), evidence.value().raw());
            json.writeStringField("unit", ValueWriter.unit(evidence.value().type()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void decision(JsonGenerator json, Decision decision) throws IOException {
        json.writeStringField("id", decision.id());
        json.writeStringField("rule", decision.rule());
        json.writeStringField("deviation", decision.deviation());
        json.writeStringField("phase", lower(decision.phase()));
        json.writeStringField("action", decision.action());
        text(json, "assignee", decision.assignee().orElse(null));
        text(json, "due", decision.due().map(values::time).orElse(null));
        json.writeNumberField("step", decision.step());
        json.writeStringField("mode", lower(decision.mode()));
        json.writeStringField("decided_at", values.time(decision.decidedAt()));
    }

    void failure(JsonGenerator json, Judge.Failure failure) throws IOException {
        json.writeStringField("rule", failure.rule());
        json.writeStringField("subject", failure.subject());
        json.writeStringField("reason", failure.reason());
    }

    void rejection(JsonGenerator json, Rejection rejection) throws IOException {
        json.writeStringField("file", rejection.file());
        json.writeNumberField("line", rejection.line());
        json.writeStringField("column", rejection.column());
        json.writeStringField("value", rejection.value());
        json.writeStringField("code", rejection.code().code());
        ValueWriter.text(json, "reason", rejection.reason());
    }

    private static void map(JsonGenerator json, String field, Map<String, String> map) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> entry : map.entrySet()) json.writeStringField(entry.getKey(), entry.getValue());
        json.writeEndObject();
    }

    private static void date(JsonGenerator json, String field, @Nullable Object date) throws IOException {
        text(json, field, date == null ? null : date.toString());
    }

    private static void text(JsonGenerator json, String field, @Nullable String text) throws IOException {
        if (text == null) json.writeNullField(field);
        else json.writeStringField(field, text);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
