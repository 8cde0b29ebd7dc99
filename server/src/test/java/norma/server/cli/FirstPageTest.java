package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report that the first page shows is the one that its first command prints. */
class FirstPageTest {

    @ParameterizedTest
    @CsvSource({"README.md, en", "README.ru.md, ru"})
    void everyLineThatIsShownIsPrinted(String page, String lang) throws IOException {
        String text = Files.readString(Outcome.root().resolve(page));
        int start = text.indexOf("\n```\n") + 5;
        List<String> shown = plain(text.substring(start, text.indexOf("\n```\n", start)))
                .lines()
                .filter(line -> !line.equals("…"))
                .toList();
        List<String> printed =
                plain(Outcome.of("run", "--lang", lang).out()).lines().toList();

        assertTrue(shown.size() > 8, shown.toString());
        assertEquals(
                List.of(),
                shown.stream().filter(line -> !printed.contains(line)).toList());
    }

    /** Numbers hold together by blanks that do not break, which nobody sees on a page. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
