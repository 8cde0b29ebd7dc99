package norma.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import norma.deviation.Deviation;
import norma.diagnostics.Text;
import norma.standard.Severity;
import org.junit.jupiter.api.Test;

/** What to do with a client that loses us money: part with it, or revise its terms when it is about to buy more. */
class ClientDecisionsTest {

    /** Two clients: one that earns, and one that has bought for 100 and cost more. */
    private static Firm firm(long costOfLoser, long salesOfOther) {
        return new Firm()
                .client("loser")
                .client("other")
                .sale("loser", 100_000, costOfLoser)
                .sale("other", salesOfOther, salesOfOther / 2);
    }

    @Test
    void aLosingClientWithNothingInThePipelineIsToBePartedWith() {
        List<Deviation> found = firm(150_000, 900_000).deviations("client_part");

        assertEquals(1, found.size());
        Deviation deviation = found.get(0);
        assertEquals("loser", deviation.subject().id());
        assertEquals(Severity.CRITICAL, deviation.severity());
        assertEquals(new Text("Clients to part with", "Клиенты, с которыми пора расстаться"), deviation.title());
        assertEquals(
                "a loss of 50\u00a0000\u00a0₽ in a year and no open deal: 10% of turnover that costs more than it"
                        + " brings",
                deviation.message().en());
        assertEquals(
                "убыток 50\u00a0000\u00a0₽ за год и ни одной открытой сделки: 10\u00a0% оборота, который стоит"
                        + " дороже, чем приносит",
                deviation.message().ru());
        assertEquals(Firm.money(100_000), deviation.stake().orElseThrow());
    }

    @Test
    void oneThatBreaksEvenIsNot() {
        assertEquals(List.of("loser"), firm(100_001, 900_000).found("client_part"));
        assertEquals(List.of(), firm(100_000, 900_000).found("client_part"));
    }

    @Test
    void aSmallOneIsNot() {
        assertEquals(List.of("loser"), firm(150_000, 19_800_000).found("client_part"));
        assertEquals(List.of(), firm(150_000, 19_900_000).found("client_part"));
    }

    @Test
    void oneWithAnOpenDealGetsOtherTermsInstead() {
        Firm firm = firm(150_000, 900_000).deal("d1", "loser", "seller", 50_000);

        assertEquals(List.of(), firm.found("client_part"));
        List<Deviation> found = firm.deviations("client_terms");
        assertEquals(1, found.size());
        assertEquals(
                new Text("Clients whose terms must be revised", "Клиенты, с которыми надо пересмотреть условия"),
                found.get(0).title());
        assertEquals(
                "a loss of 50\u00a0000\u00a0₽ in a year at 10% of turnover, and 50\u00a0000\u00a0₽ in open deals on"
                        + " the same terms",
                found.get(0).message().en());
    }

    @Test
    void aDealThatWasLostIsNoPipeline() {
        Firm firm = firm(150_000, 900_000)
                .deal("d1", "loser", "seller", 50_000)
                .change("d1", Firm.TODAY.minusDays(1), Map.of("status", "lost", "closed_at", Firm.at(Firm.TODAY)));

        assertEquals(List.of("loser"), firm.found("client_part"));
        assertEquals(List.of(), firm.found("client_terms"));
    }

    @Test
    void aDealOfAnotherClientIsNoPipeline() {
        Firm firm = firm(150_000, 900_000).deal("d1", "other", "seller", 50_000);

        assertEquals(List.of("loser"), firm.found("client_part"));
        assertEquals(List.of(), firm.found("client_terms"));
    }

    @Test
    void termsAreForThoseAboveTwoPerCentOfTurnover() {
        assertEquals(
                List.of("loser"),
                firm(150_000, 4_800_000).deal("d1", "loser", "seller", 50_000).found("client_terms"));
        assertEquals(
                List.of(),
                firm(150_000, 4_900_000).deal("d1", "loser", "seller", 50_000).found("client_terms"));
    }

    @Test
    void aClientThatEarnsIsFoundByNeither() {
        Firm firm = firm(50_000, 900_000).deal("d1", "loser", "seller", 50_000);

        assertEquals(List.of(), firm.found("client_part"));
        assertEquals(List.of(), firm.found("client_terms"));
    }

    @Test
    void theRuleInYamlAboutLargeLosingClientsIsMutedWhereOneOfTheseSaysMore() {
        assertEquals(List.of(), firm(150_000, 900_000).found("client_loss_making_large"));
        assertEquals(List.of(), firm(150_000, 900_000).found("client_unprofitable"));
    }
}
