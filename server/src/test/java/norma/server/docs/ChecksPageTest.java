package norma.server.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norma.Checks;
import norma.diagnostics.Check;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Text;
import norma.server.intake.check.MappingChecks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages of checks are written from the checks and their examples: {@code -Dgolden.update=true} writes them anew, any
 * other run compares.
 */
class ChecksPageTest {

    private static final List<Path> EXAMPLES = Stream.of("engine", "server")
            .map(module -> Page.root().resolve(module + "/src/test/resources/norma/check"))
            .toList();

    @ParameterizedTest
    @CsvSource({"docs/checks.md, en", "docs/checks.ru.md, ru"})
    void everyCheckIsListedWithItsExamples(String path, Locale language) {
        Page page = Page.of(path);
        List<Check> checks = Stream.concat(Checks.all().stream(), MappingChecks.all().stream())
                .sorted(Comparator.comparing(Check::code))
                .toList();
        String written = checks.stream().map(check -> line(check, language)).collect(Collectors.joining())
                + "\n"
                + checks.stream().map(check -> entry(check, language)).collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("golden.update"))
            page.withSection("checks", written).write();
        else assertEquals(written, page.section("checks"));
    }

    private static String line(Check check, Locale language) {
        return "- [`" + check.code() + "`](#" + check.code() + "), "
                + severity(check).in(language) + "\n";
    }

    private static String entry(Check check, Locale language) {
        return "## " + check.code() + "\n\n" + check.why().in(language) + "\n\n"
                + files(check, "bad")
                + "```problem\n" + text(folder(check).resolve("expected." + language + ".txt")) + "```\n\n"
                + new Text("Mended:\n\n", "Исправлено:\n\n").in(language)
                + files(check, "good").stripTrailing() + "\n";
    }

    private static Text severity(Check check) {
        return check.severity() == Severity.ERROR ? new Text("error", "ошибка") : new Text("warning", "предупреждение");
    }

    private static String files(Check check, String kind) {
        try (Stream<Path> files = Files.list(folder(check))) {
            return files.sorted()
                    .filter(file -> file.getFileName().toString().matches(kind + "(-\\w+)?\\.(yaml|drl)"))
                    .map(file -> {
                        String name = file.getFileName().toString();
                        return "```" + name.substring(name.lastIndexOf('.') + 1) + "\n" + text(file) + "```\n\n";
                    })
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path folder(Check check) {
        return EXAMPLES.stream()
                .map(all -> all.resolve(check.code()))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no examples of " + check));
    }

    private static String text(Path file) {
        String text = Page.of(file).text();
        return text.endsWith("\n") ? text : text + "\n";
    }
}
