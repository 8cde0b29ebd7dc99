package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same problems for people, for code review and for the log of a build. */
class CheckFormatsTest {

    private static final String WITH_A_TYPO = "schema: 1\nmodel: { currancy: RUB }\n";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeAFileWithATypo() throws IOException {
        file = folder.resolve("продажи и нормы, 50%.yaml");
        Files.writeString(file, WITH_A_TYPO);
    }

    @Test
    void sarifFitsTheStandardsSchema() {
        for (String path : List.of(file.toString(), "kpi-definitions", "rules")) {
            Path definitions = Outcome.root().resolve(path);
            Outcome outcome = Outcome.of("check", "--format", "sarif", definitions.toString());

            assertEquals(List.of(), schema().validate(outcome.out(), InputFormat.JSON), outcome.out());
        }
    }

    @Test
    void theStandardsSchemaRefusesSomethingElse() {
        String other = Outcome.of("check", "--format", "sarif", file.toString())
                .out()
                .replace("\"level\" : \"error\"", "\"level\" : \"grave\"");

        assertFalse(schema().validate(other, InputFormat.JSON).isEmpty());
    }

    @Test
    void sarifNamesTheRuleTheWordAndTheWayOut() {
        Outcome outcome = Outcome.of("check", "--format", "sarif", "--lang", "ru", file.toString());

        assertEquals(Norma.REFUSED, outcome.exit());
        JsonNode run = outcome.json().path("runs").path(0);
        assertEquals("ru", run.path("language").asText());
        JsonNode result = run.path("results").path(0);
        assertEquals("unknown-key", result.path("ruleId").asText());
        assertEquals(
                "unknown-key",
                run.at("/tool/driver/rules")
                        .path(result.path("ruleIndex").asInt())
                        .path("id")
                        .asText());
        assertEquals(
                "неизвестный ключ «currancy»; возможно, имелось в виду currency?",
                result.at("/message/text").asText());
        JsonNode region = result.at("/locations/0/physicalLocation/region");
        assertEquals(2, region.path("startLine").asInt());
        assertEquals(10, region.path("startColumn").asInt());
        assertEquals(18, region.path("endColumn").asInt());
    }

    @Test
    void pathsInSarifAreUris() {
        String uri = Outcome.of("check", "--format", "sarif", file.toString())
                .json()
                .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asText();

        assertEquals(file.toAbsolutePath().toUri().toASCIIString(), uri);
    }

    @Test
    void annotationsEscapeWhatEndsAField() {
        Outcome outcome = Outcome.of("check", "--format", "github", file.toString());

        assertTrue(outcome.out().startsWith("::error file="), outcome.out());
        assertTrue(
                outcome.out()
                        .endsWith("продажи и нормы%2C 50%25.yaml,line=2,col=10,endColumn=18,title=unknown-key"
                                + "::unknown key 'currancy'; did you mean currency?\n"),
                outcome.out());
    }

    @Test
    void whatIsFineHasNoAnnotations() {
        assertEquals("", Outcome.of("check", "--format", "github").out());
    }

    @Test
    void coloursAreForTerminalsOnly() {
        Outcome coloured = Outcome.in(Map.of(), true, "check", file.toString());
        Outcome asked = Outcome.of("check", "--color", "always", file.toString());
        Outcome refused = Outcome.in(Map.of("NO_COLOR", "1"), true, "check", file.toString());

        assertTrue(coloured.out().contains("\u001b[31;1merror\u001b[0m"), coloured.out());
        assertEquals(coloured.out(), asked.out());
        assertFalse(refused.out().contains("\u001b"), refused.out());
        assertEquals(refused.out(), coloured.out().replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    /** As Microsoft's SARIF SDK publishes it (MIT), with the standard's errata. */
    private static Schema schema() {
        try (InputStream text = CheckFormatsTest.class.getResourceAsStream("/norma/server/problems/sarif-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
