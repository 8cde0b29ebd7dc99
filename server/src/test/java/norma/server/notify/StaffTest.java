package norma.server.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.Engine;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.fact.Change;
import norma.fact.Employee;
import norma.judge.DrlRules;
import norma.standard.yaml.Definitions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who holds a position, and where a letter would reach him. */
class StaffTest {

    private static final long NOW = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();
    private static final Source MODEL = new Source("model.yaml", """
            schema: 1
            model:
              currency: RUB
              positions: [lawyer]
              attributes:
                employee: { email: { type: text, title: { en: E-mail, ru: Почта } } }
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            """);

    @Test
    void who_has_left_holds_nothing_and_gets_no_letters() {
        Problems problems = new Problems();
        Engine engine = Engine.at(
                NOW,
                Definitions.read(List.of(MODEL), Map.of(), problems)
                        .orElseThrow(() -> new AssertionError(problems.all().toString())),
                DrlRules.none());
        engine.apply(List.of(
                lawyer("E1", NOW - 1, "e1@example.org"),
                lawyer("E2", null, "e2@example.org"),
                lawyer("E3", NOW + 1, "e3@example.org")));
        Staff staff = Staff.of(engine);
        assertEquals(Optional.of("E2"), staff.holder("lawyer"));
        assertEquals(Map.of("E2", "e2@example.org", "E3", "e3@example.org"), staff.mails());
    }

    private static Change lawyer(String id, @Nullable Long leftAt, String mail) {
        Map<String, @Nullable Object> set = new HashMap<>();
        set.put("position", "lawyer");
        set.put("left_at", leftAt);
        set.put("email", mail);
        return new Change(Employee.TYPE, id, Change.START, set);
    }
}
