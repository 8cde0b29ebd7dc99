package norma.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import norma.server.store.Role;
import org.junit.jupiter.api.Test;

/** What the page says of roles is what the table of rights says. */
class RightsPageTest {

    @Test
    void thePageAndTheTableAreTheSame() throws IOException {
        List<List<String>> said = new ArrayList<>();
        for (String line : Files.readAllLines(page())) {
            List<String> cells =
                    Arrays.stream(line.split("\\|")).map(String::strip).toList();
            if (cells.size() == 2 + Role.values().length && !line.contains("---"))
                said.add(cells.subList(2, cells.size()));
        }
        List<List<String>> table = new ArrayList<>();
        table.add(Arrays.stream(Role.values()).map(Role::word).toList());
        for (Right right : Right.values()) {
            if (right == Right.ANYBODY) continue;
            table.add(Arrays.stream(Role.values())
                    .map(role -> right.of(role).name().toLowerCase(Locale.ROOT))
                    .toList());
        }
        assertEquals(table, said);
    }

    private static Path page() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("docs/access.md"))) at = at.getParent();
        return at.resolve("docs/access.md");
    }
}
