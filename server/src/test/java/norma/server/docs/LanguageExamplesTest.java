package norma.server.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import norma.diagnostics.Printer;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the reference of the language shows is what the program reads, and complains of. */
class LanguageExamplesTest {

    private static final Page PAGE = Page.of("docs/language.md");

    @TestFactory
    Stream<DynamicTest> definitionsAreReadAsThePageSays() {
        return tests(PAGE);
    }

    @TestFactory
    Stream<DynamicTest> theFirstPageShowsDefinitionsThatAreRead() {
        return Stream.of("README.md", "README.ru.md").flatMap(page -> tests(Page.of(page)));
    }

    /** A block of YAML is free of problems, unless the block after it shows the problems that it has. */
    private static Stream<DynamicTest> tests(Page page) {
        List<Page.Block> blocks = page.blocks();
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Page.Block block = blocks.get(i);
            Page.Block next = blocks.get(Math.min(i + 1, blocks.size() - 1));
            boolean told =
                    next.is("problem") || (next.is("console") && next.code().contains(": error ["));
            String expected = told ? next.code().replaceAll("(?m)^(\\$|errors: ).*\\n", "") : "";
            if (block.is("yaml"))
                tests.add(dynamicTest("line " + block.line(), () -> {
                    Example read = Example.read(block.code());
                    assertEquals(expected, told ? read.printed() : read.errors());
                }));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> rulesInDrlCompile() {
        return PAGE.blocks("drl").stream()
                .map(block -> dynamicTest("line " + block.line(), () -> {
                    Problems problems = new Problems();
                    Example.rules(List.of(new Source("example.drl", block.code())), problems);
                    assertEquals("", new Printer(Locale.ENGLISH).print(problems.all()));
                }));
    }

    /** Each line is a condition of a deal. */
    @TestFactory
    Stream<DynamicTest> conditionsHaveAMeaning() {
        return PAGE.blocks("expression").stream()
                .flatMap(block -> block.code().lines())
                .map(line -> dynamicTest(
                        line, () -> assertEquals("", Example.read(kpi(line)).errors())));
    }

    private static String kpi(String expression) {
        return "kpis:\n  example_of_an_expression:\n    title: { en: example, ru: пример }\n    of: deal\n    count: '"
                + expression.replace("'", "''") + "'\n";
    }
}
