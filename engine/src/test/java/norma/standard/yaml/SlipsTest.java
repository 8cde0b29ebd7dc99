package norma.standard.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
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
import norma.standard.Standards;
import org.junit.jupiter.api.Test;

/**
 * A hand slips in a shipped file: what comes of it is a problem at that line, or definitions that say the same, or others
 * that mean another thing by it. Never an exception, never a hang, and never does a word go unheard.
 */
class SlipsTest {

    private static final int RUNS = Integer.getInteger("slips", 20_000);
    private static final double EXACT = 0.95;
    private static final double ELSEWHERE = 0.01;

    private final List<Shipped> shipped = Shipped.all();
    private final Map<Shipped, Map<String, String>> meanings = new LinkedHashMap<>();
    /** A part of the library is warned of what only the others use. */
    private final Map<Shipped, Set<String>> warned = new LinkedHashMap<>();

    private final Map<Verdict.Kind, List<Verdict>> verdicts = new EnumMap<>(Verdict.Kind.class);

    SlipsTest() {
        for (Shipped file : shipped) {
            Problems problems = new Problems();
            Optional<Standards> standards = file.read(file.text(), problems);
            assertFalse(problems.hasErrors(), () -> new Printer(Locale.ENGLISH).print(problems.all()));
            meanings.put(file, Meaning.of(standards.orElseThrow()));
            warned.put(file, problems.all().stream().map(SlipsTest::words).collect(Collectors.toSet()));
        }
        for (Verdict.Kind kind : Verdict.Kind.values()) verdicts.put(kind, new ArrayList<>());
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
                verdicts.get(verdict.kind()).add(verdict);
            }
        } finally {
            readers.shutdownNow();
        }
        System.out.println(summary());
        assertEquals("", told(Verdict.Kind.UNHEARD), "nothing that was written may go unheard");
        assertEquals("", told(Verdict.Kind.STRAYED), "one definition must not change another that does not name it");
        assertTrue(share(Verdict.Kind.ELSEWHERE) < ELSEWHERE, () -> told(Verdict.Kind.ELSEWHERE));
        assertTrue(share(Verdict.Kind.THERE) + share(Verdict.Kind.AT_ITS_HEAD) > EXACT, this::summary);
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
                            .noneMatch(warning -> slip.isAt(warning.span().line()));
            return read
                    ? Verdict.withoutProblem(file, slip, meanings.get(file), Meaning.of(standards.get()))
                    : Verdict.of(file, slip, told);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(slip.kind() + " broke the reading of\n" + slip.text(), e);
        }
    }

    private static String words(Problem problem) {
        return problem.code() + " " + problem.message().en();
    }

    /** Of those that are problems. */
    private double share(Verdict.Kind kind) {
        int all = verdicts.entrySet().stream()
                .filter(entry -> entry.getKey().isProblem())
                .mapToInt(entry -> entry.getValue().size())
                .sum();
        return (double) verdicts.get(kind).size() / all;
    }

    private String summary() {
        StringBuilder out = new StringBuilder(RUNS + " slips of the hand\n");
        verdicts.forEach((kind, found) -> {
            out.append("%6d %s".formatted(found.size(), kind.words()));
            if (kind.isProblem()) out.append(" (%.2f%% of the problems)".formatted(100 * share(kind)));
            out.append('\n');
        });
        return out.append("located exactly: %.2f%%"
                        .formatted(100 * (share(Verdict.Kind.THERE) + share(Verdict.Kind.AT_ITS_HEAD))))
                .toString();
    }

    private String told(Verdict.Kind kind) {
        return verdicts.get(kind).stream().map(Verdict::told).limit(40).collect(Collectors.joining("\n"));
    }
}
