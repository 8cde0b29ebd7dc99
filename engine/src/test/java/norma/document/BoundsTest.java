package norma.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import norma.diagnostics.Printer;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However large a text is, and however deep, it is refused soon, with the bound in the message. */
class BoundsTest {

    private static final Duration HANG = Duration.ofSeconds(60);

    static Stream<Arguments> tooDeep() {
        return Stream.of(
                Arguments.of("brackets", "a: " + "[".repeat(10_000)),
                Arguments.of("brackets that are closed", "a: " + "[".repeat(10_000) + "]".repeat(10_000)),
                Arguments.of("braces", "a: " + "{a: ".repeat(10_000) + "1" + "}".repeat(10_000)),
                Arguments.of("items of items", "- ".repeat(10_000) + "1"),
                Arguments.of("blocks", lines(1_000, depth -> " ".repeat(depth) + "a:")),
                Arguments.of("keys that are lists", "? ".repeat(10_000) + "a"),
                Arguments.of("one level too many", "a: " + "[".repeat(Document.MAX_DEPTH + 1) + "]".repeat(41)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooDeep")
    void whatIsTooDeepIsRefused(String what, String text) {
        Problem problem = onlyProblem(text);
        assertEquals(
                "nested deeper than " + Document.MAX_DEPTH + " levels",
                problem.message().en());
        assertEquals(
                "вложенность больше " + Document.MAX_DEPTH + " уровней",
                problem.message().ru());
    }

    @Test
    void whatIsJustNotTooDeepIsRead() {
        String text = "a: " + "[".repeat(Document.MAX_DEPTH) + "]".repeat(Document.MAX_DEPTH);
        assertEquals("", printed(text));
    }

    static Stream<Arguments> tooLarge() {
        return Stream.of(
                Arguments.of("a line of a hundred million characters", "x".repeat(100_000_000)),
                Arguments.of("a million lines", "a: 1\n".repeat(1_000_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooLarge")
    void whatIsTooLargeIsRefusedBeforeItIsParsed(String what, String text) {
        Problem problem = onlyProblem(text);
        assertEquals("too-long", problem.code());
        assertEquals(
                "the file is longer than 4,000,000 characters",
                problem.message().en());
        assertEquals(
                "файл длиннее 4\u00a0000\u00a0000 знаков", problem.message().ru());
    }

    static Stream<Arguments> tooMany() {
        return Stream.of(
                Arguments.of("entries", lines(300_000, n -> "k" + n + ": 1")),
                Arguments.of("items", "a: [" + "1,".repeat(1_000_000) + "1]"),
                Arguments.of("entries that repeat", "a: 1\n".repeat(700_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooMany")
    void tooManyValuesAreRefused(String what, String text) {
        Problems problems = read(text);
        assertTrue(
                problems.all().stream()
                        .anyMatch(problem ->
                                problem.message().en().equals("the file has more than 400,000 keys and values")),
                () -> problems.all().get(0).message().en());
        assertTimeoutPreemptively(HANG, () -> new Printer(Locale.ENGLISH).print(problems.all()));
    }

    @Test
    void aBillionLaughsAreNone() {
        StringBuilder text = new StringBuilder("a0: &a0 [lol]\n");
        for (int level = 1; level < 40; level++)
            text.append("a%d: &a%d [%s]%n"
                    .formatted(level, level, ("*a" + (level - 1) + ",").repeat(9) + "*a" + (level - 1)));
        Problems problems = read(text.toString());
        assertTrue(problems.all().stream().allMatch(problem -> problem.code().equals("anchor")));
        assertEquals(40 + 39 * 10, problems.all().size());
    }

    static Stream<Arguments> neverWellFormed() {
        return Stream.of(
                Arguments.of("a quote that is open for long", "a: \"" + "b: c\n".repeat(700_000)),
                Arguments.of("a bracket that is open for long", "a: [" + "b,\n".repeat(40_000)),
                Arguments.of("a line of colons", "a:\n  b\n" + ": ".repeat(1_900_000)),
                Arguments.of("ever deeper", lines(1_500, depth -> " ".repeat(depth) + "a: b")),
                Arguments.of("no key has its colon", "key\n".repeat(900_000) + "a: b"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("neverWellFormed")
    void theCulpritOfALongTextIsNotSoughtForLong(String what, String text) {
        assertEquals(1, read(text).all().size());
    }

    /** What is shown of a long line is short. */
    @Test
    void aLongLineIsShownInPart() {
        String printed = printed("a: " + "x".repeat(50_000) + " & y: z");
        assertTrue(printed.length() < 500, printed);
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
    }

    private static Problem onlyProblem(String text) {
        Problems problems = read(text);
        assertEquals(1, problems.all().size());
        return problems.all().get(0);
    }

    private static String printed(String text) {
        return new Printer(Locale.ENGLISH).print(read(text).all());
    }

    private static Problems read(String text) {
        Problems problems = new Problems();
        assertTimeoutPreemptively(HANG, () -> Document.read(new Source("file", text), problems));
        return problems;
    }
}
