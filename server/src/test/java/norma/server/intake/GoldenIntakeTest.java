package norma.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code src/test/resources/intake} is a facts folder with all that is to be understood of it beside it.
 * After a change that is meant, {@code -Dgolden.update=true} writes those texts anew; read the difference.
 */
class GoldenIntakeTest {

    private static final Path CASES = Project.root().resolve("server/src/test/resources/intake");

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void understandsTheFolder(String name) throws IOException {
        Path folder = CASES.resolve(name);
        String told = Told.all(folder, folder.resolve("mapping.yaml"), Told.TERMS, 100);
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) Files.writeString(expected, told);
        assertTrue(Files.exists(expected), "no expected.txt: write it with -Dgolden.update=true and read it");
        assertEquals(Files.readString(expected), told);
    }
}
