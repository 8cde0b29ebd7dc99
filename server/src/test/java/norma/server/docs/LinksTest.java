package norma.server.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A link from one page to another leads to a page and a heading that are there. */
class LinksTest {

    @TestFactory
    Stream<DynamicTest> linksLeadSomewhere() throws IOException {
        return pages().map(page -> dynamicTest(
                Page.root().relativize(page.path()).toString(),
                () -> assertEquals(
                        List.of(),
                        page.links().stream().filter(link -> !leads(page, link)).toList())));
    }

    private static Stream<Page> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Page.root().resolve("docs"))) {
            List<Path> found =
                    docs.filter(file -> file.toString().endsWith(".md")).toList();
            return Stream.concat(
                    Stream.of("README.md", "README.ru.md", "CONTRIBUTING.md").map(Page::of),
                    found.stream().map(Page::of));
        }
    }

    private static boolean leads(Page from, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? from.path() : from.path().resolveSibling(parts[0]);
        if (!Files.exists(target)) return false;
        return parts.length == 1 || Page.of(target).anchors().contains(parts[1]);
    }
}
