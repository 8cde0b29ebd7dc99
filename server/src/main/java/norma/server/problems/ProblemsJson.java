package norma.server.problems;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import norma.diagnostics.Problem;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** Problems for programs: the same as a person sees, with both languages. */
public record ProblemsJson(List<Problem> problems) {

    /** @param counts of definitions of each kind, by the names that files use; absent when there are errors */
    public void write(Optional<Map<String, Integer>> counts, Writer out) throws IOException {
        JsonFactory json = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (JsonGenerator generator = json.createGenerator(out).useDefaultPrettyPrinter()) {
            generator.writeStartObject();
            generator.writeBooleanField("valid", counts.isPresent());
            generator.writeObjectFieldStart("definitions");
            if (counts.isPresent())
                for (var count : counts.get().entrySet()) generator.writeNumberField(count.getKey(), count.getValue());
            generator.writeEndObject();
            generator.writeArrayFieldStart("problems");
            for (Problem problem : problems) write(problem, generator);
            generator.writeEndArray();
            generator.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    private static void write(Problem problem, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("code", problem.code());
        place(problem.span(), json);
        text("message", problem.message(), json);
        json.writeArrayFieldStart("within");
        for (String key : problem.within()) json.writeString(key);
        json.writeEndArray();
        json.writeArrayFieldStart("allowed");
        for (String name : problem.allowed()) json.writeString(name);
        json.writeEndArray();
        json.writeArrayFieldStart("also");
        for (Span also : problem.also()) {
            json.writeStartObject();
            place(also, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        if (problem.suggestion().isPresent())
            json.writeStringField("suggestion", problem.suggestion().get());
        json.writeEndObject();
    }

    private static void place(Span span, JsonGenerator json) throws IOException {
        json.writeStringField("file", span.source().name());
        json.writeNumberField("line", span.line());
        json.writeNumberField("column", span.column());
        json.writeNumberField("length", span.length());
    }

    private static void text(String field, Text text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("en", text.en());
        json.writeStringField("ru", text.ru());
        json.writeEndObject();
    }
}
