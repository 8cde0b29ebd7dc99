package norma.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import norma.Checks;
import norma.diagnostics.Check;
import norma.diagnostics.Printer;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.server.intake.check.MappingChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every check of mappings is listed, and has a folder of {@code src/test/resources/norma/check} with its code as name: a
 * {@code bad} mapping of the files in {@code data}, all that is said of it in both languages, and a {@code good} one.
 */
class MappingChecksTest {

    private static final Path FOLDERS = Project.root().resolve("server/src/test/resources/norma/check");

    static List<Check> checks() {
        return MappingChecks.all();
    }

    @Test
    void everyCheckIsListed() {
        Set<String> classes = new ClassFileImporter()
                .importPackages("norma.server").stream()
                        .filter(type -> type.isAssignableTo(Check.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                classes,
                checks().stream()
                        .map(check -> check.getClass().getName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void noCodeIsOfAnotherCheck() {
        Set<String> codes = Checks.all().stream().map(Check::code).collect(Collectors.toSet());

        assertEquals(
                List.of(),
                checks().stream().filter(check -> !codes.add(check.code())).toList());
    }

    @ParameterizedTest
    @MethodSource("checks")
    void complainsOfTheBadAndIsSilentOfTheGood(Check check) throws IOException {
        Path folder = FOLDERS.resolve(check.code());
        List<Problem> found = problems(folder.resolve("bad.yaml"));

        assertTrue(found.stream().anyMatch(problem -> problem.check() == check), () -> "no " + check + " in " + found);
        for (String language : List.of("en", "ru"))
            compare(folder.resolve("expected." + language + ".txt"), printed(found, language));
        assertEquals("", printed(problems(folder.resolve("good.yaml")), "en"));
    }

    private static List<Problem> problems(Path mapping) {
        Problems problems = new Problems();
        Told.mapping(mapping, Told.TERMS, problems)
                .ifPresent(read -> Intake.bind(FOLDERS.resolve("data"), read, problems));
        return problems.all();
    }

    private static String printed(List<Problem> problems, String language) {
        return new Printer(Locale.forLanguageTag(language)).print(problems);
    }

    private static void compare(Path expected, String told) throws IOException {
        if (Boolean.getBoolean("golden.update")) Files.writeString(expected, told);
        assertTrue(Files.exists(expected), "no " + expected + ": write it with -Dgolden.update=true and read it");
        assertEquals(Files.readString(expected), told);
    }
}
