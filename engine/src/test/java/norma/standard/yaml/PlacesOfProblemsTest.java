package norma.standard.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However an expression is written in YAML, its problems point at the very characters: here at the wrong name in it. */
class PlacesOfProblemsTest {

    private static final String WRONG = "amonut";

    static Stream<String> writings() {
        return Stream.of(
                " amount > 1 and amonut > 2",
                " amonut > 2   # amonut in a comment",
                " amount > 1\n      and amonut > 2",
                " amount > 1\n\n      and\n      amonut > 2",
                " 'kind = ''x'' and amonut > 2'",
                " 'kind = ''it''''s'' and\n      amonut > 2'",
                " \"kind = \\\"x\\\" and amonut > 2\"",
                " \"\\x61mount > 1 and amonut > 2\"",
                " \"a\\u006Dount > 1\\tand\\namonut > 2\"",
                " \"\\U00000061mount > 1 and amonut > 2\"",
                " \"amount > 1 \\\n      and amonut > 2\"",
                " \"amount > 1\n\n      and amonut > 2\"",
                " \"kind = 'a\\\\b' and amonut > 2\"",
                " \"kind = '\\u00e9\\xe9 é' and amonut > 2\"",
                " >\n      amount > 1\n      and amonut > 2\n",
                " >-\n      amount > 1\n\n      and\n        amonut > 2",
                " |\n      amount > 1\n      and amonut > 2\n",
                " |2  # amonut in a comment\n        amount > 1\n        and amonut > 2\n",
                " >+\n\n      amonut > 2\n\n",
                " concat(kind, 'да 😀') = 'x' and amonut > 2",
                " \"concat(kind, '😀\\U0001F600') = 'x' and amonut > 2\"",
                " >\n      amount > 1\tand\n\n\n      amonut > 2\n",
                " |-\n      amount\t>\t1\n\n       \tand\tamonut > 2",
                " \"amount > 1 \\\n      \\ and\\_amonut > 2\"".replace("\\_", "\\x20"),
                " 'concat(kind, ''😀'') = ''x'' and\n\n      amonut > 2'",
                " \"concat(kind, '\\uD83D\\uDE00') = 'x' and \\\n       amonut > 2\"",
                " >\n      concat(kind, '😀') = 'x'\n      and amonut > 2\n");
    }

    @ParameterizedTest
    @MethodSource("writings")
    void theWrongNameIsPointedAt(String written) {
        pointsAtTheWrongName(file(written));
    }

    @ParameterizedTest
    @MethodSource("writings")
    void linesMayEndAsOnWindows(String written) {
        pointsAtTheWrongName(file(written).replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @MethodSource("writings")
    void aByteOrderMarkTakesNoColumn(String written) {
        pointsAtTheWrongName("\uFEFF" + file(written));
    }

    private static String file(String written) {
        return "schema: 1\ncalendars: { office: { zone: Europe/Moscow } }\nkpis:\n  k:\n"
                + "    title: { en: \"😀\", ru: Да }\n    of: deal\n    only_if:" + written + "\n    count: all\n";
    }

    private static void pointsAtTheWrongName(String text) {
        Problems problems = new Problems();
        Definitions.read(List.of(new Source("file", text)), Map.of(), problems);

        assertEquals(
                List.of("unknown-name"),
                problems.all().stream().map(Problem::code).toList(),
                problems.all()::toString);
        Problem problem = problems.all().get(0);
        text = text.replace("\uFEFF", "");
        int at = text.indexOf(WRONG + " > 2");
        int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        int column = at - text.lastIndexOf('\n', at);
        assertEquals("file:" + line + ":" + column, problem.span().location());
        assertEquals(WRONG, problem.span().text());
    }
}
