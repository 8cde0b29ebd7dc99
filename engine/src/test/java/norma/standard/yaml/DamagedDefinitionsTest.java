package norma.standard.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import norma.diagnostics.Printer;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.standard.DeclaredDeviation;
import org.junit.jupiter.api.Test;

/** Whatever happens to the shipped definitions, they are read or refused with problems: never an exception. */
class DamagedDefinitionsTest {

    private static final int RUNS = 1_000;
    private static final Map<String, DeclaredDeviation> DECLARED_IN_DRL = Map.of(
            "client_part",
            new DeclaredDeviation("client", Span.nowhere()),
            "client_terms",
            new DeclaredDeviation("client", Span.nowhere()),
            "head_team_breaks_norms",
            new DeclaredDeviation("employee", Span.nowhere()));
    private static final String PIECES = """
        {~}~[~]~:~,~'~"~#~&a ~*a~!t ~- ~? ~| ~> ~%~@~\t~\u00a0~---\n~...\n~\\U99999999~\0~о~0~-1~99999999999999~1e9~\
        2026-02-31~3wd~now~[last ~id~when~of: deal\n~<<: *a\n~x-a: b\n~ ~\n\
        """;
    private static final String OFFICE = "schema: 1\ncalendars: { office: { zone: Europe/Moscow } }";

    private final String model = text("model.yaml");
    private final List<List<String>> parts = List.of(
            List.of(text("calendars/office.yaml"), text("calendars/russia.yaml")),
            List.of(text("calendars/kazakhstan.yaml")),
            List.of(model, OFFICE),
            List.of(text("deals.yaml"), model, OFFICE),
            List.of(text("clients.yaml"), model, OFFICE),
            List.of(text("funnel.yaml"), model, OFFICE),
            List.of(text("people.yaml"), model, OFFICE),
            List.of(text("decisions-of-rules.yaml"), text("clients.yaml"), model, OFFICE));

    @Test
    void aThousandDamagedLibrariesAreReadOrRefused() {
        Random random = new Random(20_260_316);
        int[] read = new int[1];
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            for (int run = 0; run < RUNS; run++) if (readOrRefused(damaged(random))) read[0]++;
        });
        assertTrue(read[0] > RUNS / 50 && read[0] < RUNS / 2, "damage is neither harmless nor total: " + read[0]);
    }

    /** A part of the library that stands by itself, its first file damaged; the whole would take most of the time. */
    private List<Source> damaged(Random random) {
        List<String> texts = new ArrayList<>(parts.get(random.nextInt(parts.size())));
        List<String> lines = new ArrayList<>(texts.get(0).lines().toList());
        for (int n = random.nextInt(3); n >= 0; n--) damage(lines, random);
        texts.set(0, String.join(random.nextInt(20) == 0 ? "\r\n" : "\n", lines));
        List<Source> sources = new ArrayList<>();
        texts.forEach(text -> sources.add(new Source("file" + sources.size() + ".yaml", text)));
        return sources;
    }

    private static void damage(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int column = random.nextInt(line.length() + 1);
        String[] pieces = PIECES.split("~");
        String piece = pieces[random.nextInt(pieces.length)];
        switch (random.nextInt(10)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.set(at, " ".repeat(random.nextInt(4)) + line);
            case 3 -> lines.set(at, line.replaceFirst("^ {1,2}", ""));
            case 4 -> lines.set(at, line.substring(0, column));
            case 5 -> lines.set(at, line.substring(0, column) + piece + line.substring(column));
            case 6 -> lines.set(at, line.replaceFirst(":.*", ": " + piece));
            case 7 ->
                lines.set(
                        at,
                        line.replaceFirst(
                                "[a-z_]+",
                                Matcher.quoteReplacement(
                                        lines.get(random.nextInt(lines.size())).strip())));
            case 8 -> Collections.swap(lines, at, random.nextInt(lines.size()));
            default -> lines.set(at, line.replaceFirst("[a-z0-9]+(?=[^a-z0-9]*$)", piece));
        }
        if (lines.isEmpty()) lines.add("");
    }

    private static boolean readOrRefused(List<Source> sources) {
        Problems problems = new Problems();
        try {
            boolean read = Definitions.read(sources, DECLARED_IN_DRL, problems).isPresent();
            assertEquals(read, !problems.hasErrors());
            for (String language : List.of("en", "ru"))
                new Printer(Locale.forLanguageTag(language)).print(problems.all());
            return read;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(
                    sources.stream().map(Source::text).collect(Collectors.joining("\n# next file\n")), e);
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of("..", "kpi-definitions").resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
