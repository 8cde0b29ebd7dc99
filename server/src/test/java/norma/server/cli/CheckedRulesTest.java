package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.standard.DeclaredDeviation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedRulesTest {

    private static final Source FIRST = new Source("first.drl", "rule a");
    private static final Source SECOND = new Source("second.drl", "rule b");
    private static final Map<String, DeclaredDeviation> DECLARED =
            Map.of("b", new DeclaredDeviation("client", new Span(SECOND, 3, 5, 7)));

    @TempDir
    Path folder;

    private CheckedRules rules(String program) {
        return new CheckedRules(Optional.of(folder), program);
    }

    @Test
    void whatWasFineIsKnownAgain() {
        rules("norma 1").remember(List.of(FIRST, SECOND), DECLARED);

        assertEquals(Optional.of(DECLARED), rules("norma 1").known(List.of(FIRST, SECOND)));
    }

    @Test
    void anotherTextAnotherNameAndAnotherProgramAreNotKnown() {
        rules("norma 1").remember(List.of(FIRST, SECOND), DECLARED);

        Source changed = new Source("second.drl", "rule c");
        Source moved = new Source("third.drl", "rule b");
        assertEquals(Optional.empty(), rules("norma 1").known(List.of(FIRST, changed)));
        assertEquals(Optional.empty(), rules("norma 1").known(List.of(FIRST, moved)));
        assertEquals(Optional.empty(), rules("norma 1").known(List.of(FIRST)));
        assertEquals(Optional.empty(), rules("norma 2").known(List.of(FIRST, SECOND)));
    }

    @Test
    void aNoteTakesThePlaceOfTheOneBefore() throws IOException {
        rules("norma 1").remember(List.of(FIRST), Map.of());
        rules("norma 1").remember(List.of(FIRST, SECOND), DECLARED);

        try (Stream<Path> notes = Files.list(folder)) {
            assertEquals(1, notes.count());
        }
    }

    @Test
    void aDamagedNoteIsNone() throws IOException {
        rules("norma 1").remember(List.of(FIRST, SECOND), DECLARED);
        try (Stream<Path> notes = Files.list(folder)) {
            Files.writeString(notes.findFirst().orElseThrow(), "b\tclient\tmany");
        }

        assertEquals(Optional.empty(), rules("norma 1").known(List.of(FIRST, SECOND)));
    }

    @Test
    void withoutAJarNothingIsNoted() {
        assertEquals(Optional.empty(), CheckedRules.besideTheProgram().folder());
    }
}
