package norma.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The way of one ordinary deal through the stages, and what changes on its card along the way. */
final class DealPath {

    private static final List<Stage> LOST_AT = List.of(
            Stage.LEAD,
            Stage.LEAD,
            Stage.QUALIFICATION,
            Stage.QUALIFICATION,
            Stage.QUALIFICATION,
            Stage.PROPOSAL,
            Stage.PROPOSAL,
            Stage.NEGOTIATION,
            Stage.NEGOTIATION,
            Stage.CONTRACT);
    private static final List<Double> REPRICED = List.of(0.85, 0.9, 0.95, 1.1, 1.2, 1.3);
    private static final int LONGEST_VISIT = 60;
    private static final int LONGEST_OPEN_VISIT = 8;
    private static final int LONGEST_OPEN_VISIT_OF_GOVERNMENT = 18;
    private static final double LOWEST_SHARE_OF_PEAK = 0.72;

    /** A visit begins on the day; the deal leaves it when the next begins. */
    record Visit(Stage stage, LocalDate from) {}

    /** A life that ends after the last day of the export is still open on it. */
    record Life(List<Visit> visits, LocalDate end, boolean won) {}

    private final Setting setting;
    private final Dice dice;

    DealPath(Setting setting, Dice dice) {
        this.setting = setting;
        this.dice = dice;
    }

    Life walk(LocalDate created, Client client, boolean wins) {
        Stage stage = dice.chance(0.75) ? Stage.LEAD : dice.chance(0.8) ? Stage.QUALIFICATION : Stage.PROPOSAL;
        Stage drawn = dice.pick(LOST_AT);
        Stage target = wins ? Stage.CONTRACT : drawn.compareTo(stage) < 0 ? stage : drawn;
        List<Visit> visits = new ArrayList<>(List.of(new Visit(stage, created)));
        LocalDate day = leave(stage, created, client);
        boolean returned = false;
        while (stage != target && !day.isAfter(setting.asOf())) {
            boolean back = !returned && stage != Stage.LEAD && dice.chance(0.05);
            returned |= back;
            int forward = stage.plus(2).compareTo(target) <= 0 && dice.chance(0.07) ? 2 : 1;
            stage = stage.plus(back ? -1 : forward);
            visits.add(new Visit(stage, day));
            day = leave(stage, day, client);
        }
        return new Life(visits, day, wins);
    }

    /** The day of leaving a stage. A visit that would be too long on the last day is drawn short. */
    private LocalDate leave(Stage stage, LocalDate from, Client client) {
        boolean government = client.segment().equals("b2g") && stage.compareTo(Stage.NEGOTIATION) >= 0;
        double median = stage.days * (government ? 1.7 : 1);
        int days = (int) Math.max(1, Math.min(LONGEST_VISIT, Math.round(dice.skewed(median, 0.65))));
        LocalDate to = setting.office().plus(from, days);
        int limit = government && stage == Stage.NEGOTIATION ? LONGEST_OPEN_VISIT_OF_GOVERNMENT : LONGEST_OPEN_VISIT;
        boolean tooLong = to.isAfter(setting.asOf()) && setting.office().between(from, setting.asOf()) > limit;
        return tooLong ? setting.office().plus(from, dice.whole(2, limit)) : to;
    }

    List<Deal.Change> story(LocalDate created, Life life, long amount, Outcomes.End end) {
        LocalDate last = end == Outcomes.End.OPEN ? setting.asOf() : life.end();
        LocalDate finalDate = end == Outcomes.End.OPEN
                ? setting.asOf().plusDays(dice.whole(5, 60))
                : life.end().plusDays(dice.whole(-4, 14));
        int pushes = dice.chance(0.55) ? 0 : dice.chance(0.7) ? 1 : end == Outcomes.End.OPEN ? 2 : dice.whole(2, 4);
        List<LocalDate> expected =
                expectations(created, finalDate, Math.min(pushes, life.visits().size() - 1));
        DealStory story = new DealStory(
                created, planned(DealState.opened(life.visits().get(0).stage(), amount, expected.get(0)), created));
        int firstPush = life.visits().size() - expected.size() + 1;
        long price = amount;
        long peak = amount;
        for (int i = 1; i < life.visits().size(); i++) {
            Visit visit = life.visits().get(i);
            price = reprice(price, peak);
            peak = Math.max(peak, price);
            long now = price;
            LocalDate close = i >= firstPush ? expected.get(i - firstPush + 1) : expected.get(0);
            story.on(visit.from(), s -> planned(s.at(visit.stage()).worth(now).expected(close), visit.from()));
        }
        switch (end) {
            case OPEN -> refresh(story, life);
            case WON -> story.on(last, DealState::won);
            case LOST -> story.on(last, s -> s.lost(Outcomes.reason(dice)));
        }
        return story.history(dice);
    }

    /** The dates that were expected one after the other, each later than the one before. */
    private List<LocalDate> expectations(LocalDate created, LocalDate last, int pushes) {
        List<LocalDate> dates = new ArrayList<>(List.of(last));
        for (int i = 0; i < pushes; i++) {
            LocalDate before = dates.get(0).minusDays(dice.whole(7, 25));
            if (before.isAfter(created.plusDays(5))) {
                dates.add(0, before);
            }
        }
        return dates;
    }

    private long reprice(long price, long peak) {
        long other = dice.chance(0.2) ? Kopecks.part(price, dice.pick(REPRICED)) / 100_000 * 100_000 : price;
        return other < Kopecks.part(peak, LOWEST_SHARE_OF_PEAK) ? price : other;
    }

    private DealState planned(DealState state, LocalDate day) {
        return state.next(state.stage().nextStep, setting.office().plus(day, dice.whole(2, 7)));
    }

    /** In the last days somebody wrote down what comes next. */
    private void refresh(DealStory story, Life life) {
        LocalDate entered = life.visits().get(life.visits().size() - 1).from();
        LocalDate day = setting.workingAgo(dice.whole(0, 4));
        LocalDate next = setting.office().plus(setting.asOf(), dice.whole(1, 8));
        story.on(day.isAfter(entered) ? day : entered, s -> s.next(s.stage().nextStep, next));
    }
}
