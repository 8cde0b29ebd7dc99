package norma;

import static norma.Firm.MODEL;
import static norma.Firm.change;
import static norma.Firm.engine;
import static norma.Firm.standards;
import static norma.Firm.standardsOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import norma.fact.Change;
import norma.standard.Standards;
import org.junit.jupiter.api.Test;

/** Who is the head of whom: a deal's decision goes to {@code head_of(deal.owner)}. */
class RolesTest {

    private static final String DEFINITIONS = """
            deviations:
              large:
                on: deal
                only_if: amount > 500
                message: { en: L, ru: Л }
            decisions:
              look_at_it:
                when: large
                phase: control
                ladder: [{ at: warn, do: look, to: head_of(deal.owner) }]
            """;

    @Test
    void a_seller_is_led_by_the_head_of_the_team() {
        assertEquals(Optional.of("head"), assignee("seller"));
    }

    @Test
    void a_head_is_led_by_the_head_of_the_parent_team() {
        assertEquals(Optional.of("director"), assignee("head"));
    }

    @Test
    void a_team_without_a_head_or_with_the_same_is_passed_over() {
        assertEquals(Optional.of("director"), assignee("trainee"));
        assertEquals(Optional.of("director"), assignee("double"));
    }

    @Test
    void nobody_leads_who_is_at_the_top() {
        assertEquals(Optional.empty(), assignee("director"));
    }

    @Test
    void teams_in_a_circle_end_the_search() {
        assertEquals(Optional.empty(), assignee("lost"));
    }

    @Test
    void a_head_who_has_left_is_passed_over_and_one_who_will_leave_is_not() {
        assertEquals(
                Optional.of("director"),
                assignee("seller", change("employee", "head", "start", "left_at", "2026-03-10")));
        assertEquals(
                Optional.of("head"), assignee("seller", change("employee", "head", "start", "left_at", "2026-03-11")));
    }

    @Test
    void a_position_leads_to_the_first_of_its_holders_who_has_not_left() {
        Standards standards = standardsOf(
                MODEL.replace("segments:", "positions: [lawyer]\n  segments:"),
                DEFINITIONS.replace("head_of(deal.owner)", "lawyer"));
        Engine engine = engine("2026-03-10T12:00", standards);
        engine.apply(List.of(
                change("employee", "E1", "start", "position", "lawyer", "left_at", "2026-03-01"),
                change("employee", "E2", "start", "position", "lawyer"),
                change("employee", "E3", "start", "position", "lawyer"),
                change("deal", "D1", "2026-03-09", "amount", 900)));
        assertEquals(Optional.of("E2"), engine.decisions().get(0).assignee());
    }

    private static Optional<String> assignee(String owner, Change... more) {
        Engine engine = engine("2026-03-10T12:00", standards(DEFINITIONS));
        engine.apply(List.of(more));
        engine.apply(List.of(
                change("team", "firm", "start", "head", "director"),
                change("team", "region", "start", "parent", "firm", "head", "double"),
                change("team", "sales", "start", "parent", "firm", "head", "head"),
                change("team", "school", "start", "parent", "firm"),
                change("team", "branch", "start", "parent", "region", "head", "double"),
                change("team", "round", "start", "parent", "about", "head", "lost"),
                change("team", "about", "start", "parent", "round"),
                change("employee", "director", "start", "team", "firm"),
                change("employee", "head", "start", "team", "sales"),
                change("employee", "seller", "start", "team", "sales"),
                change("employee", "trainee", "start", "team", "school"),
                change("employee", "double", "start", "team", "branch"),
                change("employee", "lost", "start", "team", "round"),
                change("deal", "D1", "2026-03-09", "amount", 900, "owner", owner)));
        return engine.decisions().get(0).assignee();
    }
}
