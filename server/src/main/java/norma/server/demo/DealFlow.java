package norma.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The ordinary deals. A closed deal lives as it likes: it skips stages, returns, is pushed. A deal that is still open on the
 * last day keeps every norm with a margin, so that what a rule finds there was planted.
 */
final class DealFlow {

    static final int COUNT = 1934;

    private static final List<Double> SEASON = List.of(.7, .95, 1.1, 1.05, .85, 1.0, .85, .8, 1.1, 1.15, 1.2, 1.2);
    private static final List<String> CHANNELS = List.of("inbound", "outbound", "partner", "exhibition");
    private static final double SPREAD_OF_AMOUNTS = 0.95;
    private static final double MEDIAN_ROUBLES = 260_000;
    private static final long LARGE = Kopecks.roubles(800_000);

    private final Setting setting;
    private final List<Seller> sellers;
    private final Clients clients;
    private final Outcomes outcomes;
    private final DealPath path;
    private final Dice dice;

    DealFlow(Setting setting, Staff staff, Clients clients) {
        this.setting = setting;
        this.sellers = staff.sellers();
        this.clients = clients;
        this.dice = setting.dice("deal flow");
        this.outcomes = new Outcomes(setting, dice);
        this.path = new DealPath(setting, dice);
    }

    List<Deal> deals() {
        List<Deal> deals = new ArrayList<>();
        for (LocalDate day : creationDays()) {
            Seller seller = dice.pick(sellers, Seller::weight);
            deals.add(deal(day, seller));
        }
        return deals;
    }

    /** Spread over the working days by season; earlier than the first day by none. */
    private List<LocalDate> creationDays() {
        List<LocalDate> days = setting.office().from(setting.start(), setting.asOf());
        double total = days.stream().mapToDouble(DealFlow::season).sum();
        List<LocalDate> created = new ArrayList<>();
        double reached = 0;
        for (LocalDate day : days) {
            reached += season(day) / total * COUNT;
            while (created.size() < Math.round(reached)) {
                created.add(day);
            }
        }
        return created;
    }

    private static double season(LocalDate day) {
        return SEASON.get(day.getMonthValue() - 1);
    }

    private Deal deal(LocalDate day, Seller seller) {
        Client client = dice.pick(candidates(seller, day), each -> Math.sqrt(each.weight()));
        boolean fresh = client.since().isAfter(day.minusDays(90)) || !client.buys();
        String kind = fresh ? "new_business" : dice.chance(0.25) ? "renewal" : "expansion";
        String channel = client.segment().equals("b2g") ? "tender" : dice.pick(CHANNELS);
        Product product = dice.pick(Product.catalogue());
        long amount = amount(client, day);
        DealPath.Life life = path.walk(day, client, outcomes.wins(seller, client, day));
        return new Deal(
                0,
                client,
                seller,
                product,
                kind,
                channel,
                DealPart.ORDINARY,
                null,
                path.story(day, life, amount, outcomes.ends(seller, life)));
    }

    private List<Client> candidates(Seller seller, LocalDate day) {
        return clients.of(seller).stream()
                .filter(client -> !client.since().isAfter(day))
                .filter(client -> client.part() != ClientPart.HELD)
                .filter(client -> client.part() != ClientPart.DORMANT
                        || day.isBefore(setting.start().plusDays(45)))
                .toList();
    }

    /** Large deals have more than one contact: not those at a client with one, nor those that have just begun. */
    private long amount(Client client, LocalDate day) {
        double median = MEDIAN_ROUBLES
                * (0.6 + Math.min(client.weight(), 30) / 8)
                * (client.segment().equals("b2g") ? 1.6 : 1);
        long drawn = Kopecks.thousands(Math.max(30_000, dice.skewed(median, SPREAD_OF_AMOUNTS)));
        boolean small = client.part() == ClientPart.ONE_CONTACT || day.isAfter(setting.workingAgo(12));
        return small ? Math.min(drawn, LARGE - drawn % LARGE / 4) : drawn;
    }
}
