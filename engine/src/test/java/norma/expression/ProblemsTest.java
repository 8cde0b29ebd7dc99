package norma.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import norma.diagnostics.Printer;
import norma.diagnostics.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a writer is told, expression by expression; {@code problems.en.txt} and {@code problems.ru.txt} hold it whole. */
class ProblemsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void everyProblemIsToldInItsPlace(String language) throws IOException {
        String expected = String.join("\n", World.lines("problems." + language + ".txt"));
        String told = expected.lines()
                .filter(line -> line.startsWith(">>> "))
                .map(line -> line + "\n" + told(line.substring(4), language))
                .collect(Collectors.joining("\n"))
                .stripTrailing();
        // Where the wording was changed on purpose, the new file is here to be read and copied.
        if (!expected.equals(told)) Files.writeString(Path.of("target", "problems." + language + ".txt"), told + "\n");
        assertEquals(expected, told);
    }

    private static String told(String input, String language) {
        int bracket = input.startsWith("[") ? input.indexOf("] ") : -2;
        String text = input.substring(bracket + 2);
        Problems problems = new Problems();
        boolean compiled = Expression.compile(
                        text,
                        Placement.alone("given", text),
                        World.standard(),
                        bracket < 0 ? Expected.any() : expected(input.substring(1, bracket)),
                        problems)
                .isPresent();
        assertEquals(compiled, problems.all().isEmpty(), text);
        return new Printer(Locale.forLanguageTag(language)).print(problems.all());
    }

    private static Expected expected(String name) {
        if (name.equals("numeric")) return Expected.numeric();
        if (name.startsWith("or text ")) return Expected.convertible(World.type(name.substring(8)));
        return Expected.of(World.type(name));
    }

    @Test
    void aTextThatIsTooLongSaysTheBound() {
        assertEquals(List.of("too-long"), codes("amount > 1 and ".repeat(134) + "amount > 1"));
        assertEquals(List.of("too-long"), codes("1" + "+1".repeat(300)));
        assertEquals(List.of("too-deep"), codes("(".repeat(50) + "1" + ")".repeat(50)));
        assertEquals(List.of("too-deep"), codes("not ".repeat(50) + "key"));
        assertEquals(List.of("too-deep"), codes("-".repeat(50) + "1"));
        assertEquals(List.of("too-deep"), codes("abs(".repeat(50) + "1" + ")".repeat(50)));
    }

    @Test
    void whatIsWithinTheBoundsIsRead() {
        assertEquals(List.of(), codes("(".repeat(40) + "1" + ")".repeat(40)));
        assertEquals(List.of(), codes("1" + "+1".repeat(249)));
        assertEquals(List.of(), codes("if(key, ".repeat(40) + "amount" + ", 1)".repeat(40)));
    }

    private static List<String> codes(String text) {
        Problems problems = new Problems();
        Expression.compile(text, Placement.alone("given", text), World.standard(), Expected.any(), problems);
        return problems.all().stream().map(problem -> problem.code()).toList();
    }
}
