package norma.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyRowsTest {

    private static final String MAPPING = """
            schema: 1
            zone: UTC
            sources:
              - file: sales.csv
                facts: [ { type: sale, id: id, set: { at: date, amount: amount } } ]
            """;

    @TempDir
    Path folder;

    @Test
    void everyRejectionIsSentOnThoughOnlyTheFirstAreKept() throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,date,amount"));
        for (int i = 1; i <= 2_500; i++) lines.add(i + ",2026-01-01," + (i % 2 == 0 ? "x" : "1"));
        Files.write(folder.resolve("sales.csv"), lines);
        StringWriter text = new StringWriter();
        Account account;
        try (RejectsFile rejects = new RejectsFile(text, Locale.ENGLISH)) {
            account = intake().read(change -> {}, rejects);
        }
        assertEquals(1_250, account.accepted());
        assertEquals(1_250L, account.sources().get(0).reasons().get("not-a-number"));
        assertEquals(Tally.KEPT, account.sources().get(0).rejections().size());
        assertEquals(1 + 1_250, text.toString().lines().count());
    }

    @Test
    void aFileWrittenOtherwiseThanTheMappingSaysIsGivenUpAfterAHundredWrongQuotes() throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,date,amount"));
        for (int i = 1; i <= 300; i++) lines.add("\"" + i + "\"x,2026-01-01,1");
        Files.write(folder.resolve("sales.csv"), lines);
        Account account = intake().read(change -> {}, rejection -> {});
        assertEquals(0, account.accepted());
        assertEquals(102L, account.sources().get(0).reasons().get("broken"));
    }

    private Intake intake() {
        Problems problems = new Problems();
        Mapping mapping = Mapping.read(new Source("mapping.yaml", MAPPING), Terms.open(), problems)
                .orElseThrow();
        return Intake.bind(folder, mapping, problems).orElseThrow();
    }
}
