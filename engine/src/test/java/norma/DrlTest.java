package norma;

import static norma.Firm.at;
import static norma.Firm.change;
import static norma.Firm.drl;
import static norma.Firm.standards;
import static norma.Firm.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import norma.deviation.Deviation;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.judge.DrlRules;
import norma.judge.Judge;
import norma.standard.yaml.Definitions;
import org.junit.jupiter.api.Test;

/** Rules in DRL: what they declare, what goes wrong in them, and what they say. */
class DrlTest {

    private static final Locale RUSSIAN = new Locale("ru");

    private static final String HEAD = """
            package test
            import norma.fact.Client
            import norma.fact.Deal
            """;

    private static Engine engine(String rules) {
        DrlRules drl = drl(HEAD + rules);
        return Engine.at(at("2026-03-31T12:00"), standards(drl), drl);
    }

    private static String rule(String name, String metadata, String conditions, String then) {
        return "rule \"" + name + "\"\n    " + metadata + "\nwhen\n    " + conditions + "\nthen\n" + then + "\nend\n";
    }

    private static final String SAYS = " @en(\"{title}\") @ru(\"{title}\")";

    @Test
    void two_rules_may_raise_one_deviation_each_with_its_own_variable() {
        Engine engine =
                engine(rule("lost", "@raises(away) @subject($a)" + SAYS, "$a : Client( loyalty == \"lost\" )", "")
                        + rule(
                                "small",
                                "@raises(away) @subject($b) @severity(critical) @en(\"size {size}\") @ru(\"размер {size}\")",
                                "$b : Client( size == \"small\", $size : size )",
                                ""));
        engine.apply(List.of(
                change("client", "C1", "start", "loyalty", "lost"), change("client", "C2", "start", "size", "small")));
        assertEquals(List.of("away C1 warn", "away C2 critical"), words(engine.deviations()));

        engine.apply(List.of(change("client", "C1", "2026-03-31", "size", "small")));
        assertEquals(List.of("away C1 critical", "away C2 critical"), words(engine.deviations()), "told by the worst");
        engine.apply(List.of(change("client", "C1", "2026-03-31", "loyalty", "loyal")));
        assertEquals(
                List.of("away C1 critical", "away C2 critical"), words(engine.deviations()), "one rule still holds");
        engine.apply(List.of(change("client", "C1", "2026-03-31", "size", "large")));
        assertEquals(List.of("away C2 critical"), words(engine.deviations()));
    }

    @Test
    void two_rules_that_raise_one_deviation_of_different_subjects_are_an_error() {
        assertEquals(
                List.of("test.drl:12:5 duplicate-id 'away' is about a client in test.drl:5:5, and about a deal here"),
                problems(rule("of a client", "@raises(away) @subject($a)" + SAYS, "$a : Client()", "")
                        + rule("of a deal", "@raises(away) @subject($b)" + SAYS, "$b : Deal()", "")));
    }

    @Test
    void java_in_a_rule_is_compiled_by_the_jdk() {
        String java = """
                function boolean isHuge( long amount ) { return amount > 1000L * 10_000; }
                rule "huge"
                    @raises(huge) @subject($deal) @en("huge") @ru("огромная")
                    dialect "java"
                when
                    $deal : Deal( status == "open", isHuge( amountExact ) )
                then
                    String id = $deal.getId();
                end
                """;
        Engine engine = engine(java);
        engine.apply(List.of(
                change("deal", "D1", "start", "status", "open", "amount", 2_000),
                change("deal", "D2", "start", "status", "open", "amount", 900)));
        assertEquals(List.of("huge D1 warn"), words(engine.deviations()));
        assertEquals(1, problems(java.replace("getId", "noSuchMethod")).size());
    }

    @Test
    void what_a_deviation_says_is_of_a_match_that_stands() {
        Engine engine = engine(rule(
                "has a large deal",
                "@raises(large) @subject($client) @en(\"deal {deal}: {amount:money}\") @ru(\"{deal}\")",
                "$client : Client( $id : id ) Deal( client == $id, $amount : amount > 100, $deal : id )",
                ""));
        engine.apply(List.of(change("client", "C1", "start"), deal("D1", 200), deal("D2", 300)));
        engine.apply(List.of(change("deal", "D2", "2026-03-31", "amount", 50)));
        Deviation left = engine.deviations().get(0);
        assertEquals("deal D1: 200\u00a0₽", left.message().in(Locale.ENGLISH));
        assertEquals(
                List.of("D1"),
                left.evidence().stream()
                        .filter(e -> e.source().equals("deal"))
                        .map(e -> e.value().raw())
                        .toList());
    }

    @Test
    void what_a_rule_does_may_fail_and_everything_else_goes_on() {
        Engine engine = engine(rule(
                        "stumbles",
                        "@raises(stumbles) @subject($client)" + SAYS,
                        "$client : Client( loyalty == \"lost\", $id : id )",
                        "if ($id == \"C1\") { Integer.parseInt(\"one\"); }")
                + rule("other", "@raises(other) @subject($client)" + SAYS, "$client : Client()", ""));
        Difference raised = engine.apply(List.of(
                change("client", "C1", "start", "loyalty", "lost"),
                change("client", "C2", "start", "loyalty", "lost")));
        assertEquals(
                List.of("other C1 warn", "other C2 warn", "stumbles C1 warn", "stumbles C2 warn"),
                words(raised.raised()));
        assertEquals(
                List.of(new Judge.Failure("stumbles", "client C1", "NumberFormatException: For input string: \"one\"")),
                List.copyOf(engine.failures()));

        engine.apply(List.of(change("client", "C1", "2026-03-31", "loyalty", "loyal")));
        assertEquals(List.of(), List.copyOf(engine.failures()), "it matches no more, so nothing fails");
    }

    @Test
    void a_rule_whose_conditions_fail_is_taken_out_and_everything_else_goes_on() {
        for (String failing : List.of(
                "$client : Client( size.length() > 3, loyalty == \"lost\" )",
                "$client : Client( $size : size, loyalty == \"lost\" ) Deal( client == $client.id, $size.length() > 3 )",
                "$client : Client( loyalty == \"lost\" ) eval( $client.getSize().length() > 3 )",
                "$client : Client( loyalty == \"lost\" ) accumulate( Client( $n : size.length() ); $sum : sum( $n ) )")) {
            Engine engine = engine(rule("stumbles", "@raises(stumbles) @subject($client)" + SAYS, failing, "")
                    + rule(
                            "other",
                            "@raises(other) @subject($client)" + SAYS,
                            "$client : Client( loyalty == \"lost\" )",
                            ""));
            engine.apply(List.of(
                    change("client", "C0", "start", "loyalty", "lost", "size", "large"),
                    change("deal", "D0", "start", "client", "C0")));
            assertEquals(List.of("other C0 warn", "stumbles C0 warn"), words(engine.deviations()), failing);
            assertEquals(List.of(), List.copyOf(engine.failures()), failing);

            Difference next = engine.apply(List.of(
                    change("client", "C1", "start", "loyalty", "lost"),
                    change("client", "C2", "start", "loyalty", "lost", "size", "large"),
                    change("deal", "D1", "start", "client", "C1")));
            assertEquals(List.of("other C1 warn", "other C2 warn"), words(next.raised()), failing);
            assertEquals(List.of(), words(next.changed()), failing);
            assertEquals(
                    List.of("stumbles "),
                    engine.failures().stream()
                            .map(f -> f.rule() + " " + f.subject())
                            .toList(),
                    failing);
            assertTrue(words(engine.deviations()).contains("stumbles C0 warn"), "what was found stays: " + failing);

            Difference last = engine.apply(List.of(change("client", "C0", "2026-03-31", "loyalty", "loyal")));
            assertEquals(List.of("other C0 warn"), words(last.cleared()), failing);
        }
    }

    @Test
    void what_is_misspelt_in_the_metadata_is_told_with_its_place() {
        assertEquals(
                List.of(
                        "test.drl:5:5 unknown-key unknown metadata '@rasies'; raises?",
                        "test.drl:5:34 unknown-key unknown metadata '@sevrity'; severity?",
                        "test.drl:5:62 unknown-key unknown metadata '@rus'; ru?"),
                problems(rule(
                        "a",
                        "@rasies(x) @subject($client) @sevrity(critical) @en(\"a\") @rus(\"а\") @author(me)",
                        "$client : Client()",
                        "")));
    }

    @Test
    void a_severity_is_one_of_two_words_or_a_variable() {
        assertEquals(
                List.of("test.drl:5:41 unknown-value 'critcal' is none of these; critical?"),
                problems(rule("a", "@raises(x) @subject($c) @severity(  critcal)" + SAYS, "$c : Client()", "")));
        assertEquals(
                List.of("test.drl:5:39 unknown-value '$how' is none of these; null?"),
                problems(rule("a", "@raises(x) @subject($c) @severity($how)" + SAYS, "$c : Client()", "")));
        assertEquals(
                List.of(),
                problems(
                        rule("a", "@raises(x) @subject($c) @severity($how)" + SAYS, "$c : Client( $how : size )", "")));
    }

    @Test
    void a_message_is_given_in_both_languages_and_names_variables_of_its_rule() {
        assertEquals(
                List.of(
                        "test.drl:4:1 missing-key a deviation in DRL needs '@ru'",
                        "test.drl:5:40 placeholder this rule has no variable 'amuont'; amount?",
                        "test.drl:5:55 placeholder nothing can be shown as 'mony'; money?"),
                problems(rule(
                        "a",
                        "@raises(x) @subject($c) @en(\"{ti} {amuont:money} {amount:mony}\")",
                        "$c : Client( $id : id ) Deal( client == $id, $amount : amount, $ti : stage )",
                        "")));
    }

    @Test
    void an_id_of_yaml_is_not_taken_by_drl() {
        DrlRules rules = drl(HEAD + rule("a", "@raises(idle) @subject($c)" + SAYS, "$c : Client()", ""));
        Problems problems = new Problems();
        Source yaml = new Source("idle.yaml", """
                schema: 1
                deviations:
                  idle: { on: client, only_if: size = 'small', message: { en: a, ru: а } }
                """);
        assertTrue(Definitions.read(List.of(yaml), rules.declared(), problems).isEmpty());
        assertTrue(
                told(problems).contains("idle.yaml:3:3 duplicate-id 'idle' is defined in test.drl:5:5 already"),
                told(problems)::toString);
    }

    @Test
    void times_are_told_in_the_zone_of_the_firm_and_the_language_of_the_reader() {
        Engine engine = engine(rule(
                "a",
                "@raises(a) @subject($d) @en(\"{at} {at:date} {millis:time} {millis:date} {none}\")"
                        + " @ru(\"{at} {at:date} {millis:time} {no}\")",
                "$d : Deal( $at : stageEnteredAt, $none : nextStepAt, $no : probability )"
                        + " $millis : Long() from $at.toEpochMilli()",
                ""));
        engine.apply(List.of(change("deal", "D1", "2026-03-02T00:30", "stage", "lead")));
        Deviation found = engine.deviations().get(0);
        assertEquals(
                "2026-03-02 00:30 2026-03-02 2026-03-02 00:30 2026-03-02 —",
                found.message().in(Locale.ENGLISH));
        assertEquals(
                "02.03.2026 00:30 02.03.2026 02.03.2026 00:30 —",
                found.message().in(RUSSIAN));
        assertTrue(found.evidence().stream()
                .anyMatch(e -> e.source().equals("at") && e.value().raw().equals(at("2026-03-02T00:30"))));
    }

    private static norma.fact.Change deal(String id, int amount) {
        return change("deal", id, "2026-03-30", "client", "C1", "amount", amount);
    }

    private static List<String> problems(String rules) {
        Problems problems = new Problems();
        DrlRules.compile(List.of(new Source("test.drl", HEAD + rules)), problems);
        return told(problems);
    }

    private static List<String> told(Problems problems) {
        List<String> lines = new ArrayList<>();
        problems.all()
                .forEach(p -> lines.add(p.span().location() + " " + p.code() + " "
                        + p.message().in(Locale.ENGLISH)
                        + (p.allowed().isEmpty() ? "" : "; " + p.suggestion().orElse(null) + "?")));
        return lines;
    }
}
