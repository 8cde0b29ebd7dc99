package norma.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several files are read beside each other, and yet told of one after the other. */
@Timeout(60)
class ManySourcesTest {

    private static final String MAPPING = """
            schema: 1
            zone: UTC
            sources:
              - file: old*.csv
                facts: [ { type: sale, id: id, set: { at: date, amount: amount } } ]
              - file: sales.csv
                facts: [ { type: sale, id: id, set: { at: date, amount: amount } } ]
              - file: few.csv
                facts: [ { type: sale, id: id, set: { at: date, amount: amount } } ]
            """;

    @TempDir
    Path folder;

    /** More rows than any source is read ahead. */
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void files() throws IOException {
        write("old-1.csv", 30_000, "a");
        write("old-2.csv", 30_000, "b");
        write("sales.csv", 30_000, "c");
        write("few.csv", 10, "d");
    }

    private void write(String file, int rows, String name) throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,date,amount"));
        for (int i = 0; i < rows; i++) {
            boolean wrong = i % 1_000 == 500;
            lines.add(name + i + ",2026-01-01," + (wrong ? "x" : "1"));
            ids.add(wrong ? "not " + name + i : name + i);
        }
        Files.write(folder.resolve(file), lines);
    }

    @Test
    void rows_are_told_of_in_the_order_of_the_mapping_and_of_the_files() {
        List<String> told = new ArrayList<>();
        Account account =
                intake().read(change -> told.add(change.id()), rejection -> told.add("not " + name(rejection)));
        assertEquals(ids, told);
        assertEquals(90_010, account.read());
        assertEquals(
                List.of("old-1.csv", "old-2.csv", "sales.csv", "few.csv"),
                account.sources().stream().map(Account.SourceAccount::file).toList());
    }

    private static String name(Rejection rejection) {
        return String.valueOf((char) ("a".charAt(0)
                        + List.of("old-1.csv", "old-2.csv", "sales.csv", "few.csv")
                                .indexOf(rejection.file())))
                + (rejection.line() - 2);
    }

    @Test
    void a_file_of_one_source_knows_what_the_one_before_said() throws IOException {
        Files.copy(folder.resolve("old-1.csv"), folder.resolve("old-1-again.csv"));
        Account account = intake().read(change -> {}, rejection -> {});
        assertEquals(29_970, account.sources().get(1).repeated());
    }

    @Test
    void who_takes_what_is_read_may_stop() {
        Exception thrown = assertThrows(IllegalStateException.class, () -> intake().read(
                        change -> {
                            throw new IllegalStateException("enough");
                        },
                        rejection -> {}));
        assertEquals("enough", thrown.getMessage());
    }

    @Test
    void a_file_that_is_no_longer_there_is_said_when_its_turn_comes() throws IOException {
        Intake intake = intake();
        Files.delete(folder.resolve("sales.csv"));
        List<String> told = new ArrayList<>();
        Exception thrown = assertThrows(
                UncheckedIOException.class, () -> intake.read(change -> told.add(change.id()), rejection -> {}));
        assertEquals("sales.csv", thrown.getMessage());
        assertEquals(2 * 29_970, told.size());
    }

    private Intake intake() {
        Problems problems = new Problems();
        Mapping mapping = Mapping.read(new Source("mapping.yaml", MAPPING), Terms.open(), problems)
                .orElseThrow();
        return Intake.bind(folder, mapping, problems).orElseThrow();
    }
}
