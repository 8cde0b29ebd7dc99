package norma;

import static norma.Firm.at;
import static norma.Firm.change;
import static norma.Firm.drl;
import static norma.Firm.standards;
import static norma.Firm.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import norma.decide.Decision;
import norma.deviation.Course;
import norma.deviation.Deviation;
import norma.fact.Change;
import norma.judge.DrlRules;
import norma.standard.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that goes on where another one stopped is not to be told from one that never did. */
class RecallTest {

    private static final String MORE = OneByOneTest.DEFINITIONS + """
              waits:
                on: deal
                only_if: status = open and amount > 900
                for: 2wd
                clear_for: 1wd
                reopen_within: 5d
                group_by: [stage]
                message: { en: "{amount}", ru: "{amount}" }
            decisions:
              look:
                title: { en: Look, ru: Взгляд }
                when: waits
                phase: control
                ladder:
                  - { at: warn, do: ask_next_step, to: deal.owner, due: 1wd }
                  - { unacknowledged: 2wd, do: review_deal, to: deal.owner }
            """;
    private static final String DRL = """
            package test
            import norma.fact.Deal
            import norma.fact.Visit
            rule "idle"
                @raises(idle)
                @title_en("Idle")
                @title_ru("Простой")
                @subject($deal)
                @severity(warn)
                @en("idle")
                @ru("простой")
            when
                $deal : Deal( $id : id, status == "open", stage == "negotiation" )
                not Visit( deal == $id, stage == "lead" )
            then
            end
            """;

    private final DrlRules rules = drl(DRL);
    private final Standards standards = standards(rules, MORE);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void stopping_and_going_on_makes_no_difference(long seed) {
        Random random = new Random(seed * 31);
        List<Change> changes = OneByOneTest.changes(new Random(seed));
        Kept kept = new Kept();
        Engine steady = Engine.at(at("2026-01-01"), standards, rules);
        Engine stopping = Engine.at(at("2026-01-01"), standards, rules);
        int stops = 0;
        for (Change change : changes) {
            long step = Math.max(steady.now(), change.at());
            steady.advance(step);
            kept.keep(stopping.advance(step));
            steady.apply(List.of(change));
            kept.journal.add(change);
            kept.keep(stopping.apply(List.of(change)));
            if (random.nextInt(4) == 0) attendTo(random, steady, stopping, kept);
            if (random.nextInt(12) != 0) continue;
            stops++;
            stopping.close();
            stopping = kept.recalled(step);
            assertSame(steady, stopping);
        }
        long end = steady.now() + Duration.ofDays(30).toMillis();
        steady.advance(end);
        stopping.advance(end);

        assertSame(steady, stopping);
        assertTrue(stops > 3, stops + " stops");
        assertFalse(steady.decisions().isEmpty());
    }

    private static void assertSame(Engine steady, Engine stopping) {
        Set<String> lost = new LinkedHashSet<>(state(steady).lines().toList());
        Set<String> made = new LinkedHashSet<>(state(stopping).lines().toList());
        Set<String> both = new LinkedHashSet<>(lost);
        both.retainAll(made);
        lost.removeAll(both);
        made.removeAll(both);
        assertEquals(String.join("\n", lost), String.join("\n", made));
    }

    private static void attendTo(Random random, Engine steady, Engine stopping, Kept kept) {
        List<Deviation> standing = steady.deviations();
        if (standing.isEmpty()) return;
        String id = standing.get(random.nextInt(standing.size())).id();
        long since = random.nextBoolean() ? Long.MAX_VALUE : steady.now();
        steady.attend(id, since);
        kept.unattended.put(id, since);
        stopping.attend(id, since).forEach(kept::keep);
    }

    @Test
    void what_waits_for_its_time_waits_on() {
        Kept kept = new Kept();
        Engine first = Engine.at(at("2026-01-05"), standards, rules);
        kept.journal.add(change("deal", "D1", "2026-01-08", "status", "open", "stage", "negotiation", "amount", 1000));
        kept.keep(first.apply(kept.journal));
        Engine second = kept.recalled(first.now());

        assertTrue(second.deviations().isEmpty());
        Difference passed = second.advance(at("2026-01-08T10:00"));

        assertEquals(
                List.of("idle/deal/D1"),
                passed.raised().stream().map(Deviation::id).toList());
    }

    /** What a store would keep. */
    private final class Kept {

        private final List<Change> journal = new ArrayList<>();
        private final Map<List<String>, Course> courses = new HashMap<>();
        private final Map<String, Map<String, Decision>> decisions = new LinkedHashMap<>();
        private final Map<String, Long> unattended = new HashMap<>();

        private void keep(Difference difference) {
            for (Course course : difference.courses())
                courses.put(List.of(course.rule(), course.type(), course.id()), course);
            for (Deviation over : difference.cleared()) {
                decisions.remove(over.id());
                unattended.remove(over.id());
            }
            difference.decided().forEach(this::keep);
        }

        private void keep(Decision decision) {
            decisions
                    .computeIfAbsent(decision.deviation(), d -> new LinkedHashMap<>())
                    .put(decision.id(), decision);
        }

        private Engine recalled(long now) {
            List<Change> inOrder = new ArrayList<>(journal);
            inOrder.sort(Comparator.comparingLong(Change::at));
            Collection<Decision> called = decisions.values().stream()
                    .flatMap(each -> each.values().stream())
                    .toList();
            Memory memory = new Memory(now, courses.values(), called, unattended);
            return Engine.recalling(memory, standards, rules, inOrder).engine();
        }
    }
}
