package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import norma.diagnostics.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files of definitions are called by others than whoever typed where they are. */
class DefinitionFilesTest {

    @TempDir
    Path home;

    @BeforeEach
    void files() throws IOException {
        for (String name :
                List.of("norms/deals.yaml", "norms/calendars/office.yaml", "rules/deals.yaml", "rules/deals.drl"))
            Files.writeString(
                    Files.createDirectories(home.resolve(name).getParent()).resolve(home.resolve(name)), name);
    }

    @Test
    void a_file_is_called_as_it_is_in_its_folder() {
        DefinitionFiles files = DefinitionFiles.within(List.of(home.resolve("norms")));
        assertEquals(List.of("calendars/office.yaml", "deals.yaml"), names(files.yaml()));
        assertEquals("norms/deals.yaml", files.yaml().get(1).text());
    }

    @Test
    void of_two_that_are_called_the_same_the_second_is_called_with_its_folder() {
        DefinitionFiles files = DefinitionFiles.within(List.of(home.resolve("norms"), home.resolve("rules")));
        assertEquals(List.of("calendars/office.yaml", "deals.yaml", "rules/deals.yaml"), names(files.yaml()));
        assertEquals(List.of("deals.drl"), names(files.drl()));
    }

    @Test
    void a_file_that_is_named_twice_is_there_once() {
        Path file = home.resolve("norms/deals.yaml");
        assertEquals(
                List.of("deals.yaml"),
                names(DefinitionFiles.within(List.of(file, file)).yaml()));
    }

    private static List<String> names(List<Source> files) {
        return files.stream().map(Source::name).toList();
    }
}
