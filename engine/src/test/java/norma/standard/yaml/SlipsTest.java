package norma.standard.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import norma.diagnostics.Printer;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.slip.Meaning;
import norma.slip.Mutation;
import norma.slip.Slips;
import norma.slip.Verdict;
import norma.standard.Standards;
import org.junit.jupiter.api.Test;

/**
 * A hand slips in a shipped file: what comes of it is a problem at that line, or definitions that say the same, or others
 * that mean another thing by it. Never an exception, never a hang, and never does a word go unheard.
 */
class SlipsTest {

    private static final int RUNS = Integer.getInteger("slips", 20_000);
    private static final double EXACT = 0.95;
    /** Where all that was said of a name is gone, nothing is left at its place to point at. */
    private static final double WHOLE_GONE = 0.01;

    private final List<Shipped> shipped = Shipped.all();
    private final Map<Shipped, Map<String, String>> meanings = new LinkedHashMap<>();
    /** A part of the library is warned of what only the others use. */
    private final Map<Shipped, Set<String>> warned = new LinkedHashMap<>();

    private final Slips slips = new Slips();

    SlipsTest() {
        for (Shipped file : shipped) {
            Problems problems = new Problems();
            Optional<Standards> standards = file.read(file.text(), problems);
            assertFalse(problems.hasErrors(), () -> new Printer(Locale.ENGLISH).print(problems.all()));
            meanings.put(file, Meaning.of(standards.orElseThrow()));
            warned.put(file, problems.all().stream().map(SlipsTest::words).collect(Collectors.toSet()));
        }
    }

    @Test
    void twentyThousandSlipsAreToldWhereTheyAre() throws Exception {
        Random random = new Random(20_261_122);
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Verdict>> judged = new ArrayList<>();
            Mutation.Kind[] kinds = Mutation.Kind.values();
            for (int run = 0; run < RUNS; ) {
                Shipped file = shipped.get(random.nextInt(shipped.size()));
                Shipped other = shipped.get(random.nextInt(shipped.size()));
                Mutation slip = Mutation.of(kinds[run % kinds.length], file.text(), other.text(), random);
                if (slip.text().strip().equals(file.text().strip())) continue;
                run++;
                judged.add(readers.submit(() -> verdict(file, slip)));
            }
            for (Future<Verdict> each : judged) {
                Verdict verdict = each.get(30, TimeUnit.SECONDS);
                slips.add(verdict);
            }
        } finally {
            readers.shutdownNow();
        }
        System.out.println(slips.summary());
        assertEquals("", slips.told(Verdict.Kind.UNHEARD), "nothing that was written may go unheard");
        assertEquals(
                "", slips.told(Verdict.Kind.STRAYED), "one definition must not change another that does not name it");
        assertEquals("", slips.told(Verdict.Kind.ELSEWHERE), "each is told where it is");
        assertTrue(slips.share(Verdict.Kind.WHOLE_GONE) < WHOLE_GONE, () -> slips.told(Verdict.Kind.WHOLE_GONE));
        assertTrue(slips.exact() > EXACT, slips::summary);
    }

    private Verdict verdict(Shipped file, Mutation slip) {
        try {
            Problems problems = new Problems();
            Optional<Standards> standards = file.read(slip.text(), problems);
            assertEquals(standards.isPresent(), !problems.hasErrors());
            List<Problem> told = problems.all().stream()
                    .filter(problem -> !warned.get(file).contains(words(problem)))
                    .toList();
            boolean read = standards.isPresent()
                    && told.stream()
                            .map(Problem::span)
                            .noneMatch(
                                    warned -> warned.source().name().equals(file.name()) && slip.isAt(warned.line()));
            return read
                    ? Verdict.withoutProblem(
                            file.text(), file.others(), slip, meanings.get(file), Meaning.of(standards.get()))
                    : Verdict.of(file.name(), file.text(), slip, told);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(slip.kind() + " broke the reading of\n" + slip.text(), e);
        }
    }

    private static String words(Problem problem) {
        return problem.code() + " " + problem.message().en();
    }
}
