package norma.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shipments: the deliveries of won deals over the months after, and regular orders that need no deal. */
final class Sales {

    /** One line of a shipment; money in kopecks, the amount is after the discount. */
    record Sale(
            LocalDate day,
            Client client,
            @Nullable Deal deal,
            Product product,
            int quantity,
            long amount,
            long discount,
            long returned,
            long cost) {

        /** What is left before service costs. */
        long profit() {
            return amount - returned - cost;
        }
    }

    private static final double REGULAR_ROUBLES = 38_000;
    private static final double LARGE_CLIENT = 1.8;
    private static final List<Double> SEASON = List.of(.75, .95, 1.05, 1.05, .9, 1.0, .9, .85, 1.05, 1.1, 1.15, 1.3);
    private static final int DORMANT_DAYS = 205;
    private static final int RETURNED_DAYS = 60;
    private static final int AWAY_DAYS = 250;

    private final Setting setting;
    private final Dice dice;
    private final List<Sale> all;

    Sales(Setting setting, Clients clients, Deals deals) {
        this.setting = setting;
        this.dice = setting.dice("sales");
        List<Sale> sales = new ArrayList<>();
        clients.all().stream().filter(Client::buys).forEach(client -> regular(client, sales));
        deals.all().stream().filter(Deal::won).forEach(deal -> deliveries(deal, sales));
        all = sales.stream().sorted(Comparator.comparing(Sale::day)).toList();
    }

    List<Sale> all() {
        return all;
    }

    /** What the client bought after the day. */
    double roubles(Client client, LocalDate after) {
        return all.stream()
                        .filter(sale -> sale.client() == client && sale.day().isAfter(after))
                        .mapToLong(Sale::amount)
                        .sum()
                / (double) Kopecks.PER_ROUBLE;
    }

    private void regular(Client client, List<Sale> sales) {
        int rhythm = client.weight() >= 3 || client.part() == ClientPart.DORMANT ? 28 : dice.whole(30, 55);
        LocalDate first =
                client.since().isAfter(setting.start()) ? client.since().plusDays(14) : setting.start();
        Product usual = dice.pick(Product.catalogue());
        for (LocalDate day = first.plusDays(dice.whole(0, 25));
                !day.isAfter(setting.asOf());
                day = day.plusDays(rhythm + dice.whole(-4, 4))) {
            double volume = client.part() == ClientPart.LOSS_MAKING ? LARGE_CLIENT : 1;
            double roubles = dice.skewed(REGULAR_ROUBLES * volume * client.weight() * rhythm / 28, 0.3)
                    * SEASON.get(day.getMonthValue() - 1);
            add(client, null, usual, setting.office().onOrAfter(day), Kopecks.roubles(Math.round(roubles)), sales);
        }
    }

    private void deliveries(Deal deal, List<Sale> sales) {
        int parts = deal.last().state().amount() < Kopecks.roubles(200_000) ? 1 : dice.whole(1, 4);
        LocalDate day = deal.last().at().toLocalDate();
        for (int i = 0; i < parts; i++) {
            day = setting.office().onOrAfter(day.plusDays(dice.whole(5, 28)));
            add(deal.client(), deal, deal.product(), day, deal.last().state().amount() / parts, sales);
        }
    }

    private void add(
            Client client, @Nullable Deal deal, Product product, LocalDate day, long amount, List<Sale> sales) {
        if (day.isAfter(setting.asOf()) || stopped(client, day)) {
            return;
        }
        boolean losing = client.part() == ClientPart.LOSS_MAKING || client.part() == ClientPart.SMALL_LOSS;
        double discount = losing ? dice.between(0.17, 0.21) : dice.between(0, 0.07);
        long list = Math.round(amount / (1 - discount));
        long cost = Kopecks.part(list, dice.between(0.68, 0.76));
        long returned = dice.chance(losing ? 0.12 : 0.02) ? Kopecks.part(amount, 0.08) : 0;
        int quantity = (int) Math.max(1, list / product.price());
        sales.add(new Sale(day, client, deal, product, quantity, amount, list - amount, returned, cost));
    }

    private boolean stopped(Client client, LocalDate day) {
        return switch (client.part()) {
            case DORMANT -> day.isAfter(setting.ago(DORMANT_DAYS));
            case RETURNED -> day.isAfter(setting.ago(AWAY_DAYS)) && day.isBefore(setting.ago(RETURNED_DAYS));
            default -> false;
        };
    }

    Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (Sale sale : all) {
            rows.add(List.of(
                    "S" + Cell.number(rows.size() + 1, 5),
                    Cell.day(sale.day()),
                    sale.client().id(),
                    sale.deal() == null ? "" : sale.deal().id(),
                    sale.client().owner().id(),
                    sale.product().id(),
                    Integer.toString(sale.quantity()),
                    Cell.money(sale.amount()),
                    Cell.money(sale.discount()),
                    Cell.money(sale.returned()),
                    Cell.money(sale.cost()),
                    Cell.money(sale.profit())));
        }
        return new Table(
                "sales.csv",
                List.of(
                        "id",
                        "shipped_on",
                        "client",
                        "deal",
                        "employee",
                        "product",
                        "quantity",
                        "amount",
                        "discount",
                        "returned",
                        "cost_of_goods",
                        "profit"),
                rows);
    }
}
