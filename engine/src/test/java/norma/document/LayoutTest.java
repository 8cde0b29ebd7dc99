package norma.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.standard.yaml.DefinitionsShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.events.CommentEvent;

/** {@code -Dgolden.update=true} writes the text laid out anew; read the difference. */
class LayoutTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "norma", "document", "layout");

    static List<Path> shipped() throws IOException {
        try (Stream<Path> own = Files.walk(Path.of("..", "kpi-definitions"));
                Stream<Path> examples = Files.walk(Path.of("..", "docs", "examples"));
                Stream<Path> tests = Files.walk(Path.of("src", "test", "resources"))) {
            return Stream.of(own, examples, tests)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().contains("target"))
                    .filter(file -> !file.endsWith(Path.of("check", "layout", "bad.yaml")))
                    .filter(file -> Document.read(source(file), new Problems()).isPresent())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everythingFindsItsPlace() throws IOException {
        String before = Files.readString(GOLDEN.resolve("everything.before.yaml"));
        Path expected = GOLDEN.resolve("everything.after.yaml");

        String laid = laid(before);

        if (Boolean.getBoolean("golden.update")) Files.writeString(expected, laid);
        assertEquals(Files.readString(expected), laid);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void commentsStayAndTheSecondTimeChangesNothing(Path file) {
        String text = source(file).text();

        String laid = laid(text);

        assertEquals(comments(text), comments(laid));
        Object before = new Yaml().load(text);
        Object after = new Yaml().load(laid);
        assertEquals(before, after);
        assertEquals(
                text.lines().filter(String::isBlank).count(),
                laid.lines().filter(String::isBlank).count());
        assertEquals(laid, laid(laid));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void linesIndentedTwiceAsDeepComeBack(Path file) {
        String laid = laid(source(file).text());
        if (!hasOneLineForEachValue(laid)) return;
        StringBuilder deeper = new StringBuilder();
        for (String line : laid.split("\n", -1)) {
            int indent = line.length() - line.stripLeading().length();
            deeper.append(" ".repeat(indent)).append(line).append('\n');
        }

        assertEquals(laid, laid(deeper.substring(0, deeper.length() - 1)));
    }

    /** The lines of a definition in any order are the same definition. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keysInAnyOrderComeIntoTheirs(long seed) {
        List<String> keys = new ArrayList<>(List.of(
                "    title: { en: A, ru: А } # a",
                "    of: deal",
                "    # what counts\n    only_if: status = open",
                "    sum: amount",
                "    at: created_at",
                "    by: [owner]",
                "    over: [month]"));
        String inOrder = "schema: 1\nkpis:\n  a:\n" + String.join("\n", keys) + "\n  b: { sum: amount }\n";
        Collections.shuffle(keys, new Random(seed));
        String mixed = "schema: 1\nkpis:\n  a:\n" + String.join("\n", keys) + "\n  b: { sum: amount }\n";

        assertEquals(inOrder, laid(mixed));
    }

    @Test
    void lineBreaksOfWindowsAndAByteOrderMarkStay() {
        String laid = laid("\uFEFFlists:\r\n    a: [x]\r\nschema: 1\r\n");

        assertEquals("\uFEFFschema: 1\r\nlists:\r\n  a: [x]\r\n", laid);
    }

    @Test
    void aTextThatKeepsItsLastLinesKeepsThem() {
        String text = "schema: 1\nlists:\n    a:\n        - |+\n            one\n\n              two\n\n        - b\n";

        assertEquals("schema: 1\nlists:\n  a:\n    - |+\n      one\n\n        two\n\n    - b\n", laid(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema: 1\n? lists\n: { a: [b] }\n",
                "schema: 1\nlists: { a: \"x\u2028y\" }\n",
            })
    void whatCannotBeLaidOutIsLeftAlone(String text) {
        Problems problems = new Problems();

        Optional<String> laid = Layout.of(new Source("a.yaml", text), DefinitionsShape.file(), problems);

        assertEquals(Optional.empty(), laid);
        assertEquals("layout", problems.all().get(0).code());
    }

    @Test
    void whatCannotBeReadIsSaidToBeSo() {
        Problems problems = new Problems();

        assertFalse(Layout.of(new Source("a.yaml", "a: [b"), DefinitionsShape.file(), problems)
                .isPresent());
        assertEquals("yaml", problems.all().get(0).code());
    }

    private static String laid(String text) {
        Problems problems = new Problems();
        Optional<String> laid = Layout.of(new Source("a.yaml", text), DefinitionsShape.file(), problems);
        assertTrue(laid.isPresent(), () -> problems.all() + "\n" + text);
        return laid.get();
    }

    /** As the YAML parser itself finds them, sorted. */
    private static List<String> comments(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(true);
        return StreamSupport.stream(
                        new Yaml(options).parse(new StringReader(text)).spliterator(), false)
                .filter(CommentEvent.class::isInstance)
                .map(CommentEvent.class::cast)
                .filter(comment -> comment.getCommentType() != CommentType.BLANK_LINE)
                .map(comment -> comment.getValue().strip())
                .sorted()
                .toList();
    }

    /** Lines that go on from the one above keep their distance to it, and so does a comment beside them. */
    private static boolean hasOneLineForEachValue(String text) {
        return text.lines()
                        .map(String::strip)
                        .noneMatch(line -> line.endsWith(",")
                                || line.matches(".*[:-] *[|>][-+0-9]*")
                                || line.matches("- [a-z_]+:.*"))
                && text.lines().allMatch(line -> line.isBlank() || line.strip().matches("(?s)#.*|- .*|-|[^ ]+:( .*)?"));
    }

    private static Source source(Path file) {
        try {
            return new Source(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
