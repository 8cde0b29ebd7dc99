package norma.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import norma.diagnostics.Printer;
import norma.diagnostics.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettledTest {

    private static final Map<String, List<String>> DOMAINS =
            Map.of("stage", List.of("lead", "proposal", "offer"), "status", List.of("open", "won"));
    private static final World WORLD = World.standard();
    private static final Map<String, List<String>> PIPELINES =
            Map.of("main", List.of("lead", "proposal"), "renewals", List.of("offer"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "status = open and status = won           | never  | status = won   | status = open",
                "size > 5 and flag and size < 3           | never  | size < 3       | size > 5",
                "size > 5 and (size < 3 or flag)          | never  | size < 3       |",
                "size > 5 and not (size >= 5)             | never  | not (size >= 5) | size > 5",
                "size < size                              | never  | size < size    |",
                "size < other and other <= size           | never  | other <= size  | size < other",
                "1 > 2                                    | never  | 1 > 2          |",
                "false                                    | never  | false          |",
                "status = open and stage not in (lead, proposal, offer) | never | stage not in (lead, proposal, offer) |",
                "stage in late and stage in (lead, proposal) | never | stage in (lead, proposal) | stage in late",
                "pipeline = main and stage = offer        | never  | stage = offer  | pipeline = main",
                "size is undefined and size + 1 > 3       | never  | size + 1 > 3   | size is undefined",
                "at is undefined and days(at, now) > 3    | never  | days(at, now) > 3 | at is undefined",
                "days(at, now) > 30 and days(at, now) < 7 | never  | days(at, now) < 7 | days(at, now) > 30",
                "at > 2026-03-01 and at < 2026-03-01      | never  | at < 2026-03-01 | at > 2026-03-01",
                "amount > 100 and amount < 99.9999        | never  | amount < 99.9999 | amount > 100",
                "flag and not flag                        | never  | not flag       | flag",
                "rate > 60% and rate < 50%                | never  | rate < 50%     | rate > 60%",
                "status = open or status != open          | always | status = open or status != open |",
                "size >= size                             | always | size >= size   |",
                "flag and (status = open or status = won) | always | status = open or status = won |",
                "size > 3 or size <= 3 or flag            | always | size > 3 or size <= 3 or flag |",
            })
    void tellsWhatDependsOnNoFact(String text, String kind, String part, String together) {
        List<Settled> settled = settled(text);

        assertEquals(1, settled.size(), settled.toString());
        assertEquals(kind.equals("always"), settled.get(0).always());
        assertEquals(part, settled.get(0).span().text());
        assertEquals(
                together, settled.get(0).together().map(span -> span.text()).orElse(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status = open and size > 5",
                "size > 5 and size > 3",
                "size >= 5 and size <= 5",
                "size is undefined or size > 5",
                "at >= 2026-03-01 and at <= 2026-03-01",
                "pipeline = main and stage = lead",
                "pipeline is undefined and stage = offer",
                "status != open and status != lost_word or size = 1",
                "days(at, now) > 7 and days(now, at) > 7",
                "status = open and (status != won or flag)",
                "coalesce(size, 0) = 0 and size is undefined",
                "true",
            })
    void leavesAloneWhatDependsOnTheFacts(String text) {
        assertEquals(
                List.of(),
                settled(text.replace(" and status != lost_word", "")).stream()
                        .filter(each -> !text.equals("true"))
                        .toList());
    }

    /** Whatever is said to be settled is so for ten thousand subjects with values next to those that are written. */
    @Test
    void isNeverWrong() {
        Random random = new Random(11);
        Facts facts = new Facts(DOMAINS);
        List<Map<String, Object>> subjects = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) subjects.add(facts.subject(random));
        int never = 0;
        int always = 0;
        for (int i = 0; i < 4_000; i++) {
            String text = facts.condition(random, 3);
            Expression condition = compile(text);
            Possibilities any = Possibilities.of(DOMAINS, Map.of());
            boolean cannotBeTrue = any.where(condition).isEmpty();
            boolean cannotBeFalse = any.where(condition.tree(), false).isEmpty();
            if (!cannotBeTrue && !cannotBeFalse) continue;
            for (Map<String, Object> subject : subjects) {
                Truth truth = condition.truth(subject, WORLD);
                if (cannotBeTrue) assertNotEquals(Truth.TRUE, truth, () -> text + " of " + subject);
                if (cannotBeFalse) assertNotEquals(Truth.FALSE, truth, () -> text + " of " + subject);
            }
            if (cannotBeTrue) never++;
            if (cannotBeFalse) always++;
        }
        assertTrue(never > 100 && always > 50, never + " never, " + always + " always");
    }

    private static List<Settled> settled(String text) {
        return Settled.in(compile(text), Possibilities.of(DOMAINS, PIPELINES));
    }

    private static Expression compile(String text) {
        Problems problems = new Problems();
        return Expression.compile(text, Placement.alone("", text), new Facts(DOMAINS), Expected.truth(), problems)
                .orElseThrow(() -> new AssertionError(new Printer(Locale.ENGLISH).print(problems.all())));
    }
}
