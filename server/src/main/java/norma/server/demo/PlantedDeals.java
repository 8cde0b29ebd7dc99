package norma.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The deals with a problem and the controls beside them. Each breaks one norm and keeps the others. */
final class PlantedDeals {

    /** Numbers of sellers; 16 to 20 are the team whose head has to answer for most of it. */
    private record Cast(DealPart part, List<Integer> sellers) {}

    private static final List<Cast> CASTS = List.of(
            new Cast(DealPart.STUCK, List.of(16, 16, 19, 19, 20, 20, 2, 4, 8, 9)),
            new Cast(DealPart.NO_NEXT_STEP, List.of(16, 17, 19, 20, 11, 13, 14, 15)),
            new Cast(DealPart.NO_CONTACT, List.of(17, 19, 20, 20, 1, 3, 4, 5)),
            new Cast(DealPart.CLOSE_DATE_PAST, List.of(16, 17, 18, 20, 6, 8, 9, 10)),
            new Cast(DealPart.CLOSE_DATE_PUSHED, List.of(16, 19, 20, 1, 2, 5)),
            new Cast(DealPart.AMOUNT_DROPPED, List.of(16, 17, 19, 6, 9, 10)),
            new Cast(DealPart.ONE_CONTACT, List.of(16, 20, 11, 13, 15)),
            new Cast(DealPart.ON_HOLD, List.of(3, 5, 10, 14)),
            new Cast(DealPart.CLIENT_ON_HOLD, List.of(9, 19)),
            new Cast(DealPart.LARGE_GOVERNMENT, List.of(2, 8, 13)),
            new Cast(DealPart.PUSHED_TWICE, List.of(4, 7, 12)),
            new Cast(DealPart.DROPPED_A_LITTLE, List.of(3, 8, 14)));

    /** Working days in the current stage before a hold begins. */
    static final int WORKED_BEFORE_HOLD = 3;

    private final Setting setting;
    private final Staff staff;
    private final Clients clients;
    private final Dice dice;

    PlantedDeals(Setting setting, Staff staff, Clients clients) {
        this.setting = setting;
        this.staff = staff;
        this.clients = clients;
        this.dice = setting.dice("planted deals");
    }

    List<Deal> deals() {
        List<Deal> deals = new ArrayList<>();
        for (Cast cast : CASTS) {
            cast.sellers().forEach(number -> deals.add(deal(cast.part(), staff.seller(number))));
        }
        return deals;
    }

    private Deal deal(DealPart part, Seller seller) {
        Client client =
                dice.pick(clients.of(seller).stream().filter(suits(part)).toList());
        Stage stage = part == DealPart.LARGE_GOVERNMENT
                ? Stage.NEGOTIATION
                : dice.pick(List.of(Stage.PROPOSAL, Stage.NEGOTIATION));
        LocalDate entered = setting.workingAgo(daysInStage(part));
        List<LocalDate> entries = entries(part, stage, entered);
        LocalDate created = entries.get(0);
        long amount = Kopecks.thousands(roubles(part));
        List<LocalDate> expected = expected(part);
        DealStory story = new DealStory(created, DealState.opened(Stage.LEAD, amount, expected.get(0)));
        for (int i = 0; i < entries.size(); i++) {
            Stage reached = Stage.LEAD.plus(i);
            LocalDate on = setting.office().plus(entries.get(i), dice.whole(2, 6));
            story.on(
                    entries.get(i),
                    s -> part == DealPart.NO_NEXT_STEP
                            ? s.at(reached)
                            : s.at(reached).next(reached.nextStep, on));
        }
        push(story, created, expected);
        nextStep(story, part, entered);
        reprice(story, part, amount);
        String channel = client.segment().equals("b2g") ? "tender" : "outbound";
        return new Deal(
                0,
                client,
                seller,
                dice.pick(Product.catalogue()),
                "expansion",
                channel,
                part,
                quietFrom(part, entered),
                story.history(dice));
    }

    private static Predicate<Client> suits(DealPart part) {
        return switch (part) {
            case ONE_CONTACT -> client -> client.part() == ClientPart.ONE_CONTACT;
            case CLIENT_ON_HOLD -> client -> client.part() == ClientPart.HELD;
            case LARGE_GOVERNMENT ->
                client ->
                        client.part() == ClientPart.ORDINARY && client.segment().equals("b2g");
            default ->
                client -> client.part() == ClientPart.ORDINARY
                        && !client.segment().equals("b2g");
        };
    }

    private int daysInStage(DealPart part) {
        return switch (part) {
            case STUCK -> dice.whole(40, 80);
            case ON_HOLD, CLIENT_ON_HOLD -> dice.whole(40, 55);
            case LARGE_GOVERNMENT -> dice.whole(22, 27);
            default -> dice.whole(2, 7);
        };
    }

    private double roubles(DealPart part) {
        return switch (part) {
            case ONE_CONTACT -> dice.between(5_100_000, 14_000_000);
            case LARGE_GOVERNMENT -> dice.between(8_000_000, 20_000_000);
            default -> dice.between(700_000, 2_800_000);
        };
    }

    /** The days of entering each stage up to the current one, without skips. */
    private List<LocalDate> entries(DealPart part, Stage current, LocalDate entered) {
        int pace = part == DealPart.NO_CONTACT || part == DealPart.CLOSE_DATE_PUSHED ? 20 : 6;
        List<LocalDate> entries = new ArrayList<>(List.of(entered));
        for (int i = 0; i < current.ordinal(); i++) {
            entries.add(0, setting.office().plus(entries.get(0), -dice.whole(pace, pace + 3)));
        }
        return entries;
    }

    private List<LocalDate> expected(DealPart part) {
        int pushes =
                switch (part) {
                    case CLOSE_DATE_PUSHED -> dice.whole(3, 5);
                    case PUSHED_TWICE -> 2;
                    default -> 0;
                };
        LocalDate last = part == DealPart.CLOSE_DATE_PAST
                ? setting.ago(dice.whole(6, 40))
                : setting.asOf().plusDays(dice.whole(8, 45));
        List<LocalDate> dates = new ArrayList<>(List.of(last));
        for (int i = 0; i < pushes; i++) {
            dates.add(0, dates.get(0).minusDays(dice.whole(8, 14)));
        }
        return dates;
    }

    private void push(DealStory story, LocalDate created, List<LocalDate> expected) {
        int pushes = expected.size() - 1;
        int life = setting.office().between(created, setting.asOf()) - 2;
        for (int i = 1; i <= pushes; i++) {
            LocalDate day = setting.office().plus(created, life * i / pushes);
            LocalDate close = expected.get(i);
            story.on(day, s -> s.expected(close));
        }
    }

    /** Half of the deals without a next step had one once; the others never. */
    private void nextStep(DealStory story, DealPart part, LocalDate entered) {
        LocalDate recently = setting.workingAgo(1);
        if (part != DealPart.NO_NEXT_STEP) {
            LocalDate next = setting.office().plus(setting.asOf(), dice.whole(1, 8));
            story.on(recently, s -> s.next(s.stage().nextStep, next));
        } else if (dice.chance(0.5)) {
            LocalDate earlier = setting.office().plus(entered, -3);
            story.on(earlier, s -> s.next(s.stage().nextStep, entered));
            story.on(entered, DealState::withoutNext);
        }
    }

    private void reprice(DealStory story, DealPart part, long amount) {
        if (part == DealPart.AMOUNT_DROPPED || part == DealPart.DROPPED_A_LITTLE) {
            double kept = part == DealPart.AMOUNT_DROPPED ? dice.between(0.35, 0.55) : 0.66;
            long less = Kopecks.part(amount, kept);
            story.on(setting.workingAgo(dice.whole(1, 10)), s -> s.worth(less));
        }
    }

    private @Nullable LocalDate quietFrom(DealPart part, LocalDate entered) {
        return switch (part) {
            case NO_CONTACT -> setting.ago(dice.whole(34, 52));
            case ON_HOLD, CLIENT_ON_HOLD -> setting.office().plus(entered, WORKED_BEFORE_HOLD);
            default -> null;
        };
    }
}
