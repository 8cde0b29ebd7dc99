package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.document.Document;
import norma.document.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The handbook; {@code -Dgolden.update=true} writes what is expected anew. */
class DocsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"md, en", "md, ru", "html, en", "html, ru"})
    void theHandbookOfTheFirm(String format, String language) throws IOException {
        String said = Outcome.of("docs", "--format", format, "--lang", language, "--definitions", firm())
                .out()
                .replaceAll("[^\\s:\"<>\\[(]*/firm/", "firm/")
                .replaceAll("\\b[0-9a-f]{16}\\b", "(digest)");
        Path golden = Outcome.root()
                .resolve("server/src/test/resources/norma/server/cli/golden/handbook." + language + "." + format);
        if (Boolean.getBoolean("golden.update")) Files.writeString(golden, said);

        assertEquals(Files.readString(golden), said);
    }

    @Test
    void everyDefinitionHasItsPlaceAndEveryLinkLeadsSomewhere() throws Exception {
        Path page = folder.resolve("a folder/handbook.html");
        Files.createDirectories(page.getParent());
        assertEquals(
                0,
                Outcome.of(
                                "docs",
                                "--format",
                                "html",
                                "--output",
                                page.getParent().toString())
                        .exit());

        Element html = parsed(Files.readString(page));
        Set<String> ids = new TreeSet<>();
        for (Element element : all(html, "*")) if (element.hasAttribute("id")) ids.add(element.getAttribute("id"));
        List<String> broken = new ArrayList<>();
        for (Element link : all(html, "a")) {
            String href = link.getAttribute("href");
            if (href.startsWith("#")) {
                if (!ids.contains(href.substring(1))) broken.add(href);
                continue;
            }
            String[] parts = href.split("#L");
            Path file = page.getParent().resolve(parts[0]).normalize();
            String line = Files.readAllLines(file).get(Integer.parseInt(parts[1]) - 1);
            if (!line.matches("  [a-z0-9_]+:.*| +@raises\\(.*")) broken.add(href + ": " + line);
        }

        assertEquals(List.of(), broken);
        assertTrue(ids.containsAll(defined()), () -> {
            Set<String> missing = new TreeSet<>(defined());
            missing.removeAll(ids);
            return missing.toString();
        });
    }

    @Test
    void theMarkdownHasTheSameEntriesAndItsLinksLeadSomewhere() {
        String page = Outcome.of("docs").out();
        Set<String> ids = found("<a id=\"([^\"]+)\"></a>", page);
        Set<String> links = found("\\]\\(#([^)]+)\\)", page);

        assertTrue(ids.containsAll(defined()));
        links.removeAll(ids);
        assertEquals(Set.of(), links);
    }

    @Test
    void whatIsWrittenIsTextAndNeverMarkup() throws Exception {
        String nasty = "<script>alert('1')</script> & \"x\" | `y` *z* [a](b)";
        Path file = Files.writeString(folder.resolve("a.yaml"), """
                schema: 1
                calendars: { office: { zone: UTC } }
                kpis:
                  a:
                    title: { en: '%1$s', ru: '%1$s' }
                    note: { en: '%1$s', ru: '%1$s' }
                    of: deal
                    only_if: "lost_reason = '%2$s'"
                    count: all
                """.formatted(
                        nasty.replace("'", "''"), nasty.replace("'", "''").replace("\"", "\\\"")));

        Outcome html = Outcome.of("docs", "--format", "html", "--definitions", file.toString());
        Element page = parsed(html.out());
        assertEquals(nasty, all(page, "h3").get(0).getTextContent());
        assertEquals(List.of(), all(page, "script"));
        assertTrue(all(page, "code").stream()
                .anyMatch(code -> code.getTextContent().equals("lost_reason = '" + nasty.replace("'", "''") + "'")));

        String markdown = Outcome.of("docs", "--definitions", file.toString()).out();
        assertTrue(
                markdown.contains("### \\<script\\>alert('1')\\</script\\> & \"x\" \\| \\`y\\` \\*z\\* \\[a\\](b)\n"),
                markdown);
    }

    @Test
    void aRowThatIsOverSaysSo() {
        String page = Outcome.of("docs", "--definitions", firm()).out();

        assertTrue(
                page.contains("| seller: e2 | 5 working days | 9 working days |  | 2026-02-28 (over) | probation |"),
                page);
    }

    @Test
    void testsBesideDefinitionsAreNamedWhereTheyAre() throws IOException {
        Files.copy(Outcome.firm().resolve("definitions.yaml"), folder.resolve("definitions.yaml"));
        Files.copy(Outcome.firm().resolve("idle.drl"), folder.resolve("idle.drl"));
        Files.writeString(folder.resolve("stuck.test.yaml"), "schema: 1\ntests:\n  a: { rule: deal_stuck }\n");

        String with = Outcome.of("docs", "--definitions", folder.toString()).out();
        String without = Outcome.of("docs", "--definitions", firm()).out();

        assertTrue(with.contains("- **Tests:** [" + folder + "/stuck.test.yaml:3]"), with);
        assertFalse(without.contains("**Tests:**"));
    }

    @Test
    void definitionsWithErrorsMakeNoHandbook() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "schema: 1\nkpi: {}\n");
        Path page = folder.resolve("handbook.md");

        Outcome outcome = Outcome.of("docs", "--definitions", file.toString(), "--output", page.toString());

        assertEquals(2, outcome.exit());
        assertFalse(Files.exists(page));
    }

    private static String firm() {
        return Outcome.firm().toString();
    }

    private static Set<String> defined() {
        Set<String> ids = new TreeSet<>();
        for (Source source : DefinitionFiles.under(List.of(Outcome.root().resolve("kpi-definitions")))
                .yaml())
            for (String section : List.of("kpis", "norms", "deviations", "decisions"))
                Document.read(source, new Problems())
                        .flatMap(file -> file.get(section))
                        .ifPresent(found -> ((Node.Mapping) found)
                                .entries()
                                .forEach(entry -> ids.add(entry.key().text())));
        return ids;
    }

    private static Set<String> found(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) found.add(matcher.group(1));
        return found;
    }

    /** The page is written so that a parser of XML can read it too. */
    private static Element parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))))
                .getDocumentElement();
    }

    private static List<Element> all(Element in, String name) {
        NodeList nodes = in.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) found.add((Element) nodes.item(i));
        return found;
    }
}
