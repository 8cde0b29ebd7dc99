package norma.server.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import norma.diagnostics.Printer;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operations staff may write, and what they are told of what they may not. */
class RoutesFileTest {

    private static final String GOOD = """
            schema: 1
            language: ru
            people:
              e9: { mail: head@firm.example }
              boss: { mail: boss@firm.example, language: en }
            webhooks:
              crm: { url: https://crm.example/norma, secret: CRM_SECRET }
            arrivals: { deal: 1d, sale: 2wd }
            routes:
              critical_now:
                title: { en: Critical, ru: Критичное }
                when: { severity: critical, rule: [large], segment: b2b, team: t1 }
                to: [head, boss, other@firm.example]
                group_by: client
                wait: 15m
                repeat_after: 2wd
                only: working hours
              morning: { digest: working days at 09:00, to: [head, director] }
              crm: { on: [raised, cleared], to: crm }
            """;

    @Test
    void routes_are_read() {
        Routes routes = Firm.routes(GOOD);
        assertEquals(
                List.of("critical_now", "morning", "crm"),
                routes.routes().stream().map(Route::id).toList());
        assertEquals(Locale.forLanguageTag("ru"), routes.people().get("e9").language());
        assertEquals(Locale.ENGLISH, routes.people().get("boss").language());
        Route critical = routes.routes().get(0);
        assertEquals(
                List.of(
                        new Route.Target.By("head"),
                        new Route.Target.Person("boss"),
                        new Route.Target.Person("other@firm.example")),
                critical.to());
        assertEquals(new Pause(15, Pause.Unit.MINUTES), critical.delay());
        assertEquals(Optional.of(new Pause(2, Pause.Unit.WORKING_DAYS)), critical.repeatAfter());
        assertTrue(critical.workingHours());
        assertEquals(
                List.of(new Route.Target.By("head"), new Route.Target.Holder("director")),
                routes.routes().get(1).to());
        assertEquals(
                List.of(new Route.Target.Hook("crm")), routes.routes().get(2).to());
        assertEquals(new Pause(1, Pause.Unit.DAYS), routes.arrivals().get("deal"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mail: head@firm.example      | mial: head@firm.example    | unknown-key      | mail
                    mail: head@firm.example      | mail: head                 | wrong-type       |
                    https://crm.example/norma    | crm.example                | wrong-type       |
                    https://crm.example/norma    | file:///etc/passwd         | wrong-type       |
                    secret: CRM_SECRET           | secret: whsec_c2VjcmV0+    | wrong-type       |
                    boss, other                  | bos, other                 | unknown-value    | boss
                    to: crm                      | to: crmm                   | unknown-value    | crm
                    'to: [head, director]'       | to: crm                    | unknown-value    |
                    severity: critical           | severity: kritical         | unknown-value    | critical
                    'rule: [large]'              | 'rule: [lardge]'           | unknown-deviation| large
                    segment: b2b                 | segment: b2c               | unknown-value    | b2b
                    group_by: client             | group_by: klient           | unknown-value    | client
                    wait: 15m                    | wait: 15 minutes           | wrong-type       |
                    only: working hours          | only: office hours         | unknown-value    |
                    working days at 09:00        | at nine                    | wrong-type       |
                    'on: [raised, cleared]'      | 'on: [raissed, cleared]'   | unknown-value    | raised
                    deal: 1d                     | dael: 1d                   | unknown-value    | deal
                    schema: 1                    | schema: 2                  | unknown-schema   |
                    """)
    void whatever_is_wrong_is_told_with_its_place(String good, String bad, String code, String meant) {
        assertTrue(GOOD.contains(good), good);
        String text = GOOD.replace(good, bad);
        Problems problems = new Problems();
        assertEquals(Optional.empty(), RoutesFile.read(new Source("routes.yaml", text), Firm.NAMES, problems));
        Problem found = problems.all().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(problems.all()));
        long line = GOOD.substring(0, GOOD.indexOf(good)).lines().count();
        assertTrue(Math.abs(found.span().line() - line) <= 1, found + " is not on line " + line);
        assertEquals(Optional.ofNullable(meant), found.suggestion().filter(any -> meant != null));
        for (String language : List.of("en", "ru"))
            assertTrue(new Printer(Locale.forLanguageTag(language))
                    .print(List.of(found))
                    .contains("routes.yaml:" + found.span().line()));
    }
}
