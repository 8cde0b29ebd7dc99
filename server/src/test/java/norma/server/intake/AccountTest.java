package norma.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import norma.diagnostics.Problems;
import org.junit.jupiter.api.Test;

class AccountTest {

    /** The command line writes it as it is. */
    @Test
    void isReadyToBeWrittenAsJson() {
        Path folder = Project.root().resolve("server/src/test/resources/intake/csv-state");
        Problems problems = new Problems();
        Mapping mapping = Told.mapping(folder.resolve("mapping.yaml"), Told.TERMS, problems)
                .orElseThrow();
        Account account = Intake.bind(folder, mapping, problems).orElseThrow().read(change -> {}, rejection -> {});
        JsonNode json = new ObjectMapper().valueToTree(account);
        assertEquals(6, json.at("/read").asInt());
        assertEquals(4, json.at("/facts/deal").asInt());
        assertEquals("Zed", json.at("/sources/0/lookups/0/samples/0").asText());
        JsonNode rejection = json.at("/sources/0/rejections/0");
        assertEquals("closed", rejection.at("/column").asText());
        assertEquals("out-of-order", rejection.at("/code").asText());
        assertEquals(
                "раньше, чем начинается сам факт", rejection.at("/reason/ru").asText());
        assertEquals("extra", json.at("/sources/0/unusedColumns/0").asText());
    }

    @Test
    void addsUp() {
        for (String name : new String[] {"csv-state", "reject-reasons", "unpivot", "wrong-quotes"}) {
            Path folder =
                    Project.root().resolve("server/src/test/resources/intake").resolve(name);
            Problems problems = new Problems();
            Mapping mapping = Told.mapping(folder.resolve("mapping.yaml"), Told.TERMS, problems)
                    .orElseThrow();
            long[] given = {0};
            Account account =
                    Intake.bind(folder, mapping, problems).orElseThrow().read(change -> given[0]++, rejection -> {});
            assertEquals(account.read(), account.accepted() + account.rejected() + account.leftOut(), name);
            assertEquals(
                    given[0],
                    account.changes().values().stream()
                            .mapToLong(Long::longValue)
                            .sum(),
                    name);
        }
    }
}
