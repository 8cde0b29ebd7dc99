package norma.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import norma.diagnostics.Printer;
import norma.diagnostics.Problems;
import org.junit.jupiter.api.Test;

/** Whatever is written, it is either an expression or a problem in its place: never an exception, never a hang. */
class MutationTest {

    private static final List<String> PIECES = List.of(
            " ",
            "(",
            ")",
            ",",
            "'",
            "\"",
            "`",
            "[",
            "]",
            ".",
            "%",
            "-",
            "+",
            "*",
            "/",
            "<",
            ">",
            "=",
            "!",
            "&",
            "|",
            "#",
            "\\",
            "\n",
            "\t",
            "\0",
            "\u00a0",
            "\u200b",
            "\ud83d",
            "\udcb0",
            "“",
            "−",
            "а",
            "ж",
            "é",
            "漢",
            "_",
            "0",
            "9",
            "1e9",
            "2026-02-31",
            "99999999999999",
            "999999999999999999999",
            "0.000000001",
            "10d",
            "3wd",
            "now",
            "not ",
            " and ",
            " or ",
            " in ",
            " is ",
            "defined",
            "amount",
            "stage",
            "owner.team",
            "win_rate[month]",
            "if(",
            "coalesce(",
            "min(",
            "days(",
            "round(",
            "time(",
            "in (",
            "true",
            "undefined",
            "key_stages",
            "office",
            "huge * huge",
            "/ 0");

    private final World world = World.standard();
    private final List<String> seeds = World.lines("evaluation.txt").stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split(" -> ?", 2)[0])
            .toList();

    @Test
    void twentyThousandDamagedTextsAreReadOrReported() {
        Random random = new Random(20_260_316);
        int[] compiled = new int[1];
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            for (int i = 0; i < 20_000; i++) {
                if (readOrReported(damaged(random))) compiled[0]++;
            }
        });
        assertTrue(compiled[0] > 1_000 && compiled[0] < 15_000, "damage is neither harmless nor total: " + compiled[0]);
    }

    private String damaged(Random random) {
        StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(6));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, text.substring(at, to));
                case 2 -> text.replace(at, to, PIECES.get(random.nextInt(PIECES.size())));
                case 3 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 4 -> text.insert(at, seeds.get(random.nextInt(seeds.size())));
                default -> text.insert(at, (char) random.nextInt(0x10000));
            }
        }
        return text.toString();
    }

    private boolean readOrReported(String text) {
        try {
            Problems problems = new Problems();
            var expression = Expression.compile(text, Placement.alone("given", text), world, Expected.any(), problems);
            assertEquals(expression.isEmpty(), problems.hasErrors(), text);
            for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("ru")))
                new Printer(locale).print(problems.all());
            expression.ifPresent(this::evaluated);
            return expression.isPresent();
        } catch (RuntimeException e) {
            throw new AssertionError("broken by: " + text, e);
        }
    }

    private void evaluated(Expression expression) {
        try {
            expression.value("subject", world);
            expression.trace("subject", world);
            assertTrue(expression.changesAt("subject", world) > world.now());
            if (expression.type().numeric()) {
                assertTrue(expression.crosses(10, true, "subject", world) > world.now());
                assertTrue(expression.crossedAt(10, false, "subject", world) <= world.now());
            }
        } catch (OutOfRange allowed) {
            assertTrue(allowed.getMessage().length() > 10);
        }
    }
}
