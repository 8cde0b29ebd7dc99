package norma;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norma.diagnostics.Check;
import norma.diagnostics.Printer;
import norma.diagnostics.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every check is a class, is listed, and has a folder of {@code src/test/resources/norma/check} with its code as name:
 * the {@code bad} files, all that is said of them in both languages, and the {@code good} files, which are the same
 * mended. They are read together with {@code prelude.yaml}, unless one of them says what the firm is. After a change that
 * is meant, {@code -Dgolden.update=true} writes the texts anew.
 */
class ChecksTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    @Test
    void everyCheckIsListed() {
        Set<String> classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("norma").stream()
                        .filter(type -> type.isAssignableTo(Check.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = Checks.all().stream()
                .map(check -> check.getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(classes, listed);
    }

    @Test
    void noTwoChecksShareACode() {
        List<String> codes = Checks.all().stream().map(Check::code).toList();

        assertEquals(List.copyOf(new TreeSet<>(codes)), codes);
    }

    @Test
    void everyCheckHasItsFolderAndEveryFolderItsCheck() throws IOException {
        Set<String> codes = Checks.all().stream().map(Check::code).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> folders = Files.list(CheckFolder.ALL)) {
            Set<String> found = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(codes, found);
        }
    }

    static List<Check> checks() {
        return Checks.all();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void saysInBothLanguagesWhatGoesWrong(Check check) {
        assertAll(
                () -> assertTrue(check.code().matches("[a-z]+(-[a-z]+)*"), check.code()),
                () -> assertTrue(
                        check.why().en().matches("(?s)\\p{Lu}.*[.]"),
                        check.why().en()),
                () -> assertTrue(
                        check.why().ru().matches("(?s)[А-ЯЁ«\\p{Punct}].*[.]"),
                        check.why().ru()),
                () -> assertTrue(
                        check.why().ru().chars().anyMatch(c -> c >= 'а' && c <= 'я'),
                        check.why().ru()));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void complainsOfTheBadAndIsSilentOfTheGood(Check check) throws IOException {
        CheckFolder folder = CheckFolder.of(check);
        List<Problem> found = folder.problems("bad");

        assertTrue(found.stream().anyMatch(problem -> problem.check() == check), () -> "no " + check + " in " + found);
        compare(folder.path().resolve("expected.en.txt"), new Printer(Locale.ENGLISH).print(found));
        compare(folder.path().resolve("expected.ru.txt"), new Printer(RUSSIAN).print(found));
        assertFalse(folder.sources("good").isEmpty(), "no good example");
        assertEquals("", new Printer(Locale.ENGLISH).print(folder.problems("good")));
    }

    private static void compare(Path expected, String told) throws IOException {
        if (Boolean.getBoolean("golden.update")) Files.writeString(expected, told);
        assertTrue(Files.exists(expected), "no " + expected + ": write it with -Dgolden.update=true and read it");
        assertEquals(Files.readString(expected), told);
    }
}
