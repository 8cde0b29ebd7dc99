package norma.server.problems;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/**
 * Problems in the format of static analysis, <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/">SARIF 2.1.0</a>.
 *
 * @param version of Norma
 * @param valid whether the definitions can be used: there is no error
 */
public record Sarif(String version, Locale locale, List<Problem> problems, boolean valid) {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public void write(Writer out) throws IOException {
        List<Check> rules = problems.stream().map(Problem::check).distinct().toList();
        JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (JsonGenerator json = factory.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool(rules, json);
            json.writeStringField("language", locale.getLanguage());
            json.writeStringField("columnKind", "utf16CodeUnits");
            json.writeArrayFieldStart("invocations");
            json.writeStartObject();
            json.writeBooleanField("executionSuccessful", true);
            json.writeNumberField("exitCode", problems.isEmpty() ? 0 : valid ? 1 : 2);
            json.writeEndObject();
            json.writeEndArray();
            json.writeArrayFieldStart("results");
            for (Problem problem : problems) result(problem, rules, json);
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    private void tool(List<Check> rules, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Norma");
        json.writeStringField("version", version);
        json.writeArrayFieldStart("rules");
        for (Check rule : rules) {
            json.writeStartObject();
            json.writeStringField("id", rule.code());
            message("fullDescription", rule.why(), json);
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", level(rule.severity()));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(Problem problem, List<Check> rules, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", problem.code());
        json.writeNumberField("ruleIndex", rules.indexOf(problem.check()));
        json.writeStringField("level", level(problem.severity()));
        message("message", Advice.of(problem), json);
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        place(problem.span(), json);
        json.writeEndObject();
        if (!problem.within().isEmpty()) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("fullyQualifiedName", String.join("/", problem.within()));
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndArray();
        if (!problem.also().isEmpty()) {
            json.writeArrayFieldStart("relatedLocations");
            for (Span also : problem.also()) {
                json.writeStartObject();
                json.writeObjectFieldStart("physicalLocation");
                place(also, json);
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void place(Span span, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(span.source().name()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", span.line());
        json.writeNumberField("startColumn", span.column());
        json.writeNumberField("endColumn", span.column() + span.length());
        json.writeObjectFieldStart("snippet");
        json.writeStringField("text", span.source().line(span.line()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void message(String field, Text text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text.in(locale));
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return severity == Severity.ERROR ? "error" : "warning";
    }

    /** A relative reference for a relative path, so that it means the same on every machine. */
    private static String uri(String name) {
        Path path = Path.of(name);
        if (path.isAbsolute()) return path.toUri().toASCIIString();
        return StreamSupport.stream(path.spliterator(), false)
                .map(segment ->
                        Path.of("/").resolve(segment).toUri().getRawPath().substring(1))
                .reduce((before, after) -> before + "/" + after)
                .orElse("");
    }
}
