package norma.server.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What serving each client cost in each month, by driver: quantity times rate. */
final class ServiceCosts {

    private record Driver(String name, long rate, double share) {}

    private static final List<Driver> DRIVERS = List.of(
            new Driver("delivery", Kopecks.roubles(3_500), 0.45),
            new Driver("support_request", Kopecks.roubles(900), 0.3),
            new Driver("engineer_visit", Kopecks.roubles(6_000), 0.25));

    private final Table table;

    ServiceCosts(Setting setting, Sales sales) {
        Dice dice = setting.dice("service costs");
        Map<Integer, Client> clients = new TreeMap<>();
        Map<Integer, Map<YearMonth, Long>> turnover = new TreeMap<>();
        for (Sales.Sale sale : sales.all()) {
            clients.put(sale.client().number(), sale.client());
            turnover.computeIfAbsent(sale.client().number(), n -> new TreeMap<>())
                    .merge(YearMonth.from(sale.day()), sale.amount(), Long::sum);
        }
        List<List<String>> rows = new ArrayList<>();
        clients.forEach(
                (number, client) -> turnover.getOrDefault(number, Map.of()).forEach((month, amount) -> {
                    LocalDate last = setting.office().onOrBefore(month.atEndOfMonth());
                    LocalDate day = last.isAfter(setting.asOf()) ? setting.asOf() : last;
                    for (Driver driver : DRIVERS) {
                        long quantity = Kopecks.part(amount, share(client, dice) * driver.share()) / driver.rate();
                        if (quantity > 0) {
                            rows.add(List.of(
                                    "Z" + Cell.number(rows.size() + 1, 5),
                                    Cell.day(day),
                                    client.id(),
                                    client.owner().id(),
                                    driver.name(),
                                    Long.toString(quantity),
                                    Cell.money(driver.rate()),
                                    Cell.money(quantity * driver.rate())));
                        }
                    }
                }));
        table = new Table(
                "service_costs.csv",
                List.of("id", "month_end", "client", "employee", "driver", "quantity", "rate", "amount"),
                rows);
    }

    /** Share of turnover that service costs; the ordinary margin is about 25% of it. */
    private static double share(Client client, Dice dice) {
        return switch (client.part()) {
            case LOSS_MAKING, SMALL_LOSS -> dice.between(0.19, 0.26);
            case COSTLY_YET_PROFITABLE -> dice.between(0.07, 0.1);
            default -> dice.between(0.015, 0.04);
        };
    }

    Table table() {
        return table;
    }
}
