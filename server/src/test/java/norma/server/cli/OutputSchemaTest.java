package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code docs/run-output.schema.json} promises, and what comes out. */
class OutputSchemaTest {

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            String text = Files.readString(Outcome.root().resolve("docs/run-output.schema.json"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theFirmFits() {
        assertEquals(
                List.of(),
                SCHEMA.validate(Outcome.ofFirm("run", "--format", "json").out(), InputFormat.JSON));
    }

    @Test
    void theGeneratedCompanyFits() {
        assertEquals(
                List.of(), SCHEMA.validate(Outcome.of("run", "--format", "json").out(), InputFormat.JSON));
    }

    @Test
    void somethingElseDoesNot() {
        String other = Outcome.ofFirm("run", "--format", "json")
                .out()
                .replace("\"severity\" : \"warn\"", "\"severity\" : \"mild\"");

        List<Error> errors = SCHEMA.validate(other, InputFormat.JSON);

        assertFalse(errors.isEmpty());
    }
}
