package norma.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import norma.deviation.Deviation;
import norma.diagnostics.Text;
import org.junit.jupiter.api.Test;

/** A head is told when the deals of the team break six different norms, twenty times in all. */
class TeamsInTroubleTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2025, 11, 10);

    private static Firm firm() {
        return new Firm()
                .client("c1")
                .team("north", "chief")
                .team("south", "other_chief")
                .employee("chief", "north", "head")
                .employee("other_chief", "south", "head")
                .employee("seller", "north", "seller")
                .employee("second", "north", "seller")
                .employee("elsewhere", "south", "seller");
    }

    /** Stuck, silent, without a next step, past its date, pushed three times, and fallen by half: six norms. */
    private static void neglect(Firm firm, String id, String owner) {
        forget(firm, id, owner);
        firm.change(id, LONG_AGO.plusDays(4), Map.of("amount", Firm.money(500_000)));
    }

    /** The same without the fall: five norms. */
    private static void forget(Firm firm, String id, String owner) {
        firm.deal(id, "c1", owner, 1_000_000, LONG_AGO);
        for (int push = 1; push <= 3; push++)
            firm.change(
                    id, LONG_AGO.plusDays(push), Map.of("expected_close_at", Firm.at(LONG_AGO.plusDays(20 + push))));
        firm.withoutNextStep(id, LONG_AGO.plusDays(4));
    }

    @Test
    void aTeamThatNeglectsFourDealsIsFound() {
        Firm firm = firm();
        neglect(firm, "d1", "seller");
        neglect(firm, "d2", "second");
        neglect(firm, "d3", "seller");
        neglect(firm, "d4", "second");

        List<Deviation> found = firm.deviations("head_team_breaks_norms");

        assertEquals(List.of("chief"), found.stream().map(d -> d.subject().id()).toList());
        assertEquals(
                new Text(
                        "Heads whose teams break several norms at once",
                        "Руководители, чьи команды нарушают сразу несколько норм"),
                found.get(0).title());
        assertEquals(
                new Text(
                        "the team's deals break 6 different norms, 24 deviations in all",
                        "сделки команды нарушают разных норм: 6, всего отклонений: 24"),
                found.get(0).message());
    }

    @Test
    void eighteenDeviationsAreTooFew() {
        Firm firm = firm();
        neglect(firm, "d1", "seller");
        neglect(firm, "d2", "second");
        neglect(firm, "d3", "seller");

        assertEquals(List.of(), firm.found("head_team_breaks_norms"));
    }

    @Test
    void fiveDifferentNormsAreTooFew() {
        Firm firm = firm();
        for (int deal = 1; deal <= 5; deal++) forget(firm, "d" + deal, "seller");

        assertEquals(List.of(), firm.found("head_team_breaks_norms"));
    }

    @Test
    void dealsOfAnotherTeamDoNotCount() {
        Firm firm = firm();
        neglect(firm, "d1", "seller");
        neglect(firm, "d2", "second");
        neglect(firm, "d3", "elsewhere");
        neglect(firm, "d4", "elsewhere");

        assertEquals(List.of(), firm.found("head_team_breaks_norms"));
    }
}
