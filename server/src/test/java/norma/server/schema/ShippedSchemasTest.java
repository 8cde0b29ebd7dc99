package norma.server.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import norma.server.cli.Norma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code norma schema} prints, as a validator that knows nothing of Norma reads it. */
class ShippedSchemasTest {

    private static final String FIRST_LINE = "# yaml-language-server: $schema=";

    @ParameterizedTest
    @CsvSource({"definitions, definitions.schema.json", "mapping, mapping.schema.json", "routes, routes.schema.json"})
    void theCommittedSchemaIsTheProgrammes(String of, String name) throws IOException {
        Path file = Project.ROOT.resolve("docs").resolve(name);
        String schema = printed("schema", "--of", of, "--lang", "en");
        if (Boolean.getBoolean("golden.update")) Files.writeString(file, schema);

        assertEquals(schema, Files.readString(file), "write it anew with -Dgolden.update=true");
    }

    @Test
    void everyShippedFileNamesItsSchemaFirstAndFitsIt() {
        List<String> wrong = new ArrayList<>();
        for (Path file : Project.shipped()) {
            String text = Project.text(file);
            String first = text.lines().findFirst().orElse("");
            String name = Project.isMapping(file) ? "mapping.schema.json" : "definitions.schema.json";
            Path schema = Project.ROOT.resolve("docs").resolve(name);
            String expected =
                    FIRST_LINE + file.getParent().relativize(schema).toString().replace('\\', '/');
            if (!first.equals(expected)) wrong.add(Project.named(file) + ": the first line is not " + expected);
            schema(Project.text(schema))
                    .validate(text, InputFormat.YAML)
                    .forEach(error -> wrong.add(Project.named(file) + ": " + error));
        }

        assertEquals(List.of(), wrong);
        assertTrue(Project.shipped().size() > 15);
    }

    @ParameterizedTest
    @CsvSource({"en", "ru"})
    void theFirmsOwnFilesFitTheFirmsOwnSchema(String language) {
        Schema schema = schema(printed(
                "schema", "--lang", language, "--definitions", folder("kpi-definitions"), "--rules", folder("rules")));

        for (Path file : Project.yaml(Project.ROOT.resolve("kpi-definitions")))
            assertEquals(List.of(), schema.validate(Project.text(file), InputFormat.YAML), Project.named(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kpi: stage_age            | kpi: stage_aeg",
                "breaks: stage_age_limit   | breaks: stage_limit",
                "muted_by: [deal_stuck]    | muted_by: [deal_stick]",
                "stage: contract }         | stage: contact }",
                "segment: b2g }            | segment: b2q }",
                "metric: stage_age         | metric: age",
            })
    void theFirmsOwnSchemaKnowsTheFirmsOwnNames(String good, String bad) {
        String text = Project.text(Project.ROOT.resolve("kpi-definitions/deals.yaml"));
        String changed = text.replaceFirst(java.util.regex.Pattern.quote(good), bad);
        assertFalse(text.equals(changed), good);
        Schema own = schema(printed("schema", "--definitions", folder("kpi-definitions"), "--rules", folder("rules")));
        Schema general = schema(printed("schema"));

        assertFalse(own.validate(changed, InputFormat.YAML).isEmpty(), bad);
        assertEquals(List.of(), general.validate(changed, InputFormat.YAML));
    }

    @Test
    void everythingFits() {
        for (String name : List.of("definitions", "mapping")) {
            String text = Project.text(
                    Project.ROOT.resolve("server/src/test/resources/norma/server/schema/" + name + ".yaml"));
            assertEquals(List.of(), schema(printed("schema", "--of", name)).validate(text, InputFormat.YAML), name);
        }
    }

    @Test
    void aSchemaIsOfDraft7() {
        String meta = "{\"$ref\": \"http://json-schema.org/draft-07/schema#\"}";

        assertEquals(List.of(), schema(meta).validate(printed("schema"), InputFormat.JSON));
    }

    @Test
    void itIsWrittenWhereItIsWanted(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        Path file = folder.resolve("deep/firm.schema.json");

        assertEquals("", printed("schema", "--output", file.toString()));
        assertEquals(printed("schema"), Files.readString(file));
    }

    @Test
    void textsAreInTheLanguageThatIsAskedFor() {
        assertTrue(printed("schema", "--lang", "ru").contains("как измеряются показатели"));
        assertTrue(printed("schema", "--lang", "en").contains("how figures are measured"));
    }

    static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
    }

    static String printed(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Norma.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
        assertEquals(0, exit, err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String folder(String name) {
        return Project.ROOT.resolve(name).toString();
    }
}
