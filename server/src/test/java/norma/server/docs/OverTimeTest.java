package norma.server.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page says of {@code since}, {@code for}, {@code clear_at} and the like is what happens. */
class OverTimeTest {

    private static final String AGE = """
            kpis:
              age: { title: { en: age, ru: возраст }, of: deal, value: "calendar_days(created_at, now)" }
            norms:
              age_limit: { kpi: age, breach: above, default: { warn: 10, critical: 20 } }
            deviations:
              old: { on: deal, only_if: amount > 100, breaks: age_limit, message: { en: old, ru: старая }%s }
            """;

    private static final String AMOUNT = """
            kpis:
              worth: { title: { en: worth, ru: сумма }, of: deal, value: amount }
            norms:
              worth_limit:
                kpi: worth
                breach: above
                default: { warn: 30, critical: 50, clear_at: 10 }
                precedence: [owner, stage]
                overrides:
                  - { where: { stage: proposal }, warn: 40 }
                  - { where: { owner: e1 }, warn: 70, until: 2026-03-10, reason: agreed }
            deviations:
              large: { on: deal, breaks: worth_limit, message: { en: large, ru: крупная }%s }
            """;

    @Test
    void aValueThatTimeDrivesIsSinceTheMomentItPassedTheLimitEvenIfTheConditionCameLater() {
        try (Story story = Story.begins("2026-03-01T09:00", AGE.formatted(""))) {
            story.learns("deal", "D1", "created_at", "2026-03-01T09:00", "amount", 50);
            assertEquals(List.of(), story.comesTo("2026-03-20T09:00").sees());
            assertEquals(
                    List.of("old D1 warn since 2026-03-12T00:00"),
                    story.learns("deal", "D1", "amount", 500).sees());
        }
    }

    @Test
    void forCountsFromSince() {
        try (Story story = Story.begins("2026-03-01T09:00", AGE.formatted(", for: 2d"))) {
            story.learns("deal", "D1", "created_at", "2026-03-01T09:00", "amount", 500);
            assertEquals(List.of(), story.comesTo("2026-03-13T23:59").sees());
            assertEquals(
                    List.of("old D1 warn since 2026-03-12T00:00"),
                    story.comesTo("2026-03-14T00:00").sees());
        }
    }

    @Test
    void aConditionOfFieldsAloneIsSinceTheLastChange() {
        try (Story story = Story.begins("2026-03-01T09:00", AMOUNT.formatted(""))) {
            story.learns("deal", "D1", "amount", 20).comesTo("2026-03-05T10:00");
            assertEquals(
                    List.of("large D1 warn since 2026-03-05T10:00"),
                    story.learns("deal", "D1", "amount", 35).sees());
        }
    }

    @Test
    void betweenTheLimitAndClearAtItStaysAWarningAndNoneIsRaised() {
        try (Story story = Story.begins("2026-03-01T09:00", AMOUNT.formatted(""))) {
            String warning = "large D1 warn since 2026-03-01T09:00";
            assertEquals(List.of(), story.learns("deal", "D1", "amount", 20).sees());
            assertEquals(
                    List.of("large D1 critical since 2026-03-01T09:00"),
                    story.learns("deal", "D1", "amount", 60).sees());
            assertEquals(
                    List.of(warning), story.learns("deal", "D1", "amount", 20).sees());
            assertEquals(List.of(), story.learns("deal", "D1", "amount", 10).sees());
            assertEquals(List.of(), story.learns("deal", "D1", "amount", 20).sees());
        }
    }

    @Test
    void clearForKeepsItUntilItHasBeenOverForLong() {
        try (Story story = Story.begins("2026-03-01T09:00", AMOUNT.formatted(", clear_for: 2d"))) {
            story.learns("deal", "D1", "amount", 35).comesTo("2026-03-05T10:00");
            assertEquals(1, story.learns("deal", "D1", "amount", 5).sees().size());
            assertEquals(1, story.comesTo("2026-03-07T09:59").sees().size());
            assertEquals(List.of(), story.comesTo("2026-03-07T10:00").sees());
        }
    }

    @Test
    void aReturnWithinReopenWithinIsTheSameEpisodeWithoutFor() {
        try (Story story = Story.begins("2026-03-01T09:00", AMOUNT.formatted(", for: 1d, reopen_within: 5d"))) {
            story.learns("deal", "D1", "amount", 35).comesTo("2026-03-05T10:00");
            assertEquals(List.of(), story.learns("deal", "D1", "amount", 5).sees());
            assertEquals(
                    List.of("large D1 warn since 2026-03-01T09:00"),
                    story.comesTo("2026-03-08T10:00")
                            .learns("deal", "D1", "amount", 35)
                            .sees());
        }
    }

    @Test
    void noDataKeepsClearsOrRaises() {
        assertEquals(List.of("D1"), subjectsWithoutData("keep"));
        assertEquals(List.of(), subjectsWithoutData("clear"));
        assertEquals(List.of("D1", "D2"), subjectsWithoutData("raise"));
    }

    private static List<String> subjectsWithoutData(String noData) {
        try (Story story = Story.begins("2026-03-01T09:00", AMOUNT.formatted(", no_data: " + noData))) {
            story.learns("deal", "D1", "amount", 35)
                    .learns("deal", "D2", "stage", "lead")
                    .learns("deal", "D1", "amount", null);
            return story.sees().stream().map(line -> line.split(" ")[1]).toList();
        }
    }

    @Test
    void aRowReplacesTheDefaultAsAWholeAndEndsAfterItsLastDay() {
        try (Story story = Story.begins("2026-03-01T09:00", AMOUNT.formatted(""))) {
            story.learns("deal", "D1", "amount", 60, "stage", "proposal", "owner", "e1");
            assertEquals(List.of(), story.comesTo("2026-03-10T23:59").sees());
            assertEquals(1, story.comesTo("2026-03-11T00:00").sees().size());
            assertEquals("warn", story.sees().get(0).split(" ")[2], "the row of the stage has no critical limit");
        }
    }

    @Test
    void aMutedDeviationAppearsWithItsOwnSinceWhenTheOtherEnds() {
        String definitions = AMOUNT.formatted(", muted_by: [bad_client]")
                + "  bad_client: { on: client, only_if: key, message: { en: bad, ru: плохой } }\n";
        try (Story story = Story.begins("2026-03-01T09:00", definitions)) {
            story.learns("client", "C1", "key", true).learns("deal", "D1", "amount", 35, "client", "C1");
            assertEquals(
                    List.of("bad_client C1 warn since 2026-03-01T09:00"),
                    story.comesTo("2026-03-02T09:00").sees());
            assertEquals(
                    List.of("large D1 warn since 2026-03-01T09:00"),
                    story.learns("client", "C1", "key", false).sees());
        }
    }

    @Test
    void threeWorkingDaysAfterThursdayAfternoonIsTuesdayAfternoon() {
        String definitions = AMOUNT.formatted("") + """
                decisions:
                  look:
                    when: large
                    phase: control
                    ladder: [{ at: warn, do: look_at_it, to: deal.owner, due: 3wd }]
                """;
        try (Story story = Story.begins("2026-03-05T15:00", definitions)) {
            story.learns("deal", "D1", "amount", 35, "owner", "e2");
            assertEquals(List.of("look_at_it by e2 until 2026-03-10T15:00"), story.decides());
        }
    }
}
