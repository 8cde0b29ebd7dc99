package norma.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norma.diagnostics.Printer;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.fact.Catalogue;
import norma.fact.FactType;
import norma.fact.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference says what the program does: its examples are run, its tables are held against the code. */
class MappingReferenceTest {

    private static final Pattern BLOCK =
            Pattern.compile("^```(\\w+) ?(\\S*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private record Block(String language, String name, String text) {}

    private static String reference() throws IOException {
        return Files.readString(Project.root().resolve("docs/mapping.md"));
    }

    private static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        Matcher found = BLOCK.matcher(reference());
        while (found.find()) blocks.add(new Block(found.group(1), found.group(2), found.group(3)));
        return blocks;
    }

    @Test
    void theTutorialGivesWhatItSays(@TempDir Path folder) throws IOException {
        String told = "";
        for (Block block : blocks()) {
            if (block.name().equals("facts")) told = block.text();
            else if (!block.name().isEmpty()) Files.writeString(folder.resolve(block.name()), block.text());
        }
        Problems problems = new Problems();
        Mapping mapping = Told.mapping(folder.resolve("mapping.yaml"), Terms.open(), problems)
                .orElseThrow();
        Account account = Intake.bind(folder, mapping, problems).orElseThrow().read(change -> {}, rejection -> {});
        assertEquals(List.of(), problems.all());
        assertEquals(told, AccountText.of(account, Locale.ENGLISH, 10));
    }

    @Test
    void everyExampleIsAMapping() throws IOException {
        List<Block> examples = blocks().stream()
                .filter(block -> block.language().equals("yaml"))
                .toList();
        assertTrue(examples.size() > 5);
        for (Block example : examples) {
            Problems problems = new Problems();
            Mapping.read(new Source("mapping.md", example.text()), Terms.open(), problems);
            assertEquals("", new Printer(Locale.ENGLISH).print(problems.all()));
        }
    }

    @Test
    void everyReasonIsExplained() throws IOException {
        String text = reference();
        for (Reason reason : Reason.values()) assertTrue(text.contains("| `" + reason.code() + "` |"), reason.code());
    }

    @Test
    void everyFieldOfEveryFactIsListed() throws IOException {
        String text = reference();
        for (FactType type : Catalogue.TYPES) {
            if (type == Visit.TYPE) continue;
            Matcher row = Pattern.compile("^\\| `" + type.name() + "` \\|(.*)$", Pattern.MULTILINE)
                    .matcher(text);
            assertTrue(row.find(), type.name());
            for (String field : FactKeys.fields(type, new Catalogue(List.of())))
                if (!field.equals("title"))
                    assertTrue(
                            Pattern.compile("\\b" + field + "\\b")
                                    .matcher(row.group(1))
                                    .find(),
                            type.name() + "." + field);
        }
    }
}
