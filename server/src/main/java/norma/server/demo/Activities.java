package norma.server.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What sellers do all day: every seller keeps the norm of four contacts on each day at work, and goes to the deals that
 * have waited longest.
 */
final class Activities {

    private static final int NORM_PER_DAY = 4;
    private static final int WEEKS_BELOW_NORM = 8;
    private static final double SHARE_OF_DEALS = 0.7;
    private static final LocalTime MORNING = LocalTime.of(9, 10);
    private static final int MINUTES_APART = 65;
    private static final List<String> KINDS =
            List.of("call", "call", "meeting", "letter", "call", "letter", "messenger", "messenger", "event");

    private final Setting setting;
    private final Clients clients;
    private final Dice dice;
    private final Map<String, Integer> turns = new HashMap<>();
    private final Map<String, LocalDate> touched = new HashMap<>();
    private final List<List<String>> rows = new ArrayList<>();

    Activities(Setting setting, Staff staff, Absences absences, Clients clients, Deals deals) {
        this.setting = setting;
        this.clients = clients;
        this.dice = setting.dice("activities");
        Map<Seller, List<Deal>> own = new HashMap<>();
        staff.sellers()
                .forEach(seller -> own.put(
                        seller,
                        deals.all().stream()
                                .filter(deal -> deal.owner() == seller)
                                .toList()));
        for (LocalDate day : setting.office().from(setting.start(), setting.asOf())) {
            for (Seller seller : staff.sellers()) {
                if (!absences.away(seller, day)) {
                    work(seller, day, own.getOrDefault(seller, List.of()));
                }
            }
        }
    }

    private void work(Seller seller, LocalDate day, List<Deal> own) {
        int contacts = contacts(seller, day);
        List<Deal> waiting = own.stream()
                .filter(deal -> deal.reachable(day))
                .sorted(Comparator.comparing(deal -> touched.getOrDefault(deal.id(), LocalDate.MIN)))
                .limit(Math.round(Math.ceil(contacts * SHARE_OF_DEALS)))
                .toList();
        for (int i = 0; i < contacts; i++) {
            LocalTime at = MORNING.plusMinutes((long) MINUTES_APART * i + dice.whole(0, MINUTES_APART - 10));
            if (i < waiting.size()) {
                touched.put(waiting.get(i).id(), day);
                contact(seller, waiting.get(i).client(), waiting.get(i), day, at, i);
            } else {
                contact(seller, dice.pick(known(seller, day)), null, day, at, i);
            }
        }
    }

    private int contacts(Seller seller, LocalDate day) {
        boolean below = seller.part() == StaffPart.BELOW_CONTACT_NORM
                && day.isAfter(setting.asOf().minusWeeks(WEEKS_BELOW_NORM));
        return below ? dice.whole(1, 2) : dice.whole(NORM_PER_DAY, NORM_PER_DAY + 2);
    }

    private List<Client> known(Seller seller, LocalDate day) {
        return clients.of(seller).stream()
                .filter(client -> !client.since().isAfter(day) && client.part() != ClientPart.HELD)
                .toList();
    }

    /** The first three contacts of a day are of the kinds that the norm asks for: two calls and a meeting. */
    private void contact(Seller seller, Client client, @Nullable Deal deal, LocalDate day, LocalTime at, int nth) {
        String kind = nth < 3 ? KINDS.get(nth) : dice.pick(KINDS);
        String place =
                kind.equals("meeting") || kind.equals("event") ? dice.pick(List.of("theirs", "own", "remote")) : "";
        int minutes =
                switch (kind) {
                    case "meeting" -> dice.whole(6, 18) * 5;
                    case "event" -> 120;
                    default -> dice.whole(2, 20);
                };
        int turn = turns.merge(deal == null ? client.id() : deal.id(), 1, Integer::sum);
        rows.add(List.of(
                "T" + Cell.number(rows.size() + 1, 5),
                kind,
                dice.chance(0.35) ? "in" : "out",
                place,
                Cell.time(day.atTime(at)),
                Integer.toString(minutes),
                seller.id(),
                client.id(),
                deal == null ? "" : deal.id(),
                client.contacts().get(turn % client.contacts().size()),
                deal == null ? "" : deal.product().id()));
    }

    Table table() {
        return new Table(
                "activities.csv",
                List.of(
                        "id",
                        "kind",
                        "direction",
                        "place",
                        "at",
                        "minutes",
                        "employee",
                        "client",
                        "deal",
                        "contact",
                        "product"),
                rows);
    }
}
