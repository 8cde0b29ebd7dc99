package norma.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cards of clients and of their people as the CRM exports them. */
final class ClientCards {

    private static final List<String> ROLES =
            List.of("decision_maker", "economic_buyer", "technical_expert", "user", "purchasing", "influencer");
    private static final List<String> SOURCES = List.of("survey", "seller_estimate", "annual_report");

    private static final double LEAST_ROUBLES = 300_000;
    private static final int DAYS_OF_YEAR = 365;

    private ClientCards() {}

    /** The estimate of all that a client buys is what it buys here and something more. */
    static Table clients(Setting setting, Clients clients, Sales sales) {
        Dice dice = setting.dice("client cards");
        List<List<String>> rows = new ArrayList<>();
        for (Client client : clients.all()) {
            boolean estimated =
                    client.buys() && (client.key() || client.part() == ClientPart.WALLET_STALE || dice.chance(0.4));
            double bought = Math.max(LEAST_ROUBLES, sales.roubles(client, setting.ago(DAYS_OF_YEAR)));
            long wallet = Kopecks.thousands(bought / dice.between(0.2, 0.85));
            LocalDate drawn =
                    setting.ago(client.part() == ClientPart.WALLET_STALE ? dice.whole(510, 700) : dice.whole(10, 150));
            LocalDate estimatedOn = drawn.isBefore(client.since()) ? client.since() : drawn;
            String source = dice.pick(SOURCES);
            rows.add(List.of(
                    client.id(),
                    client.title(),
                    client.segment(),
                    client.industry(),
                    client.territory(),
                    client.channel(),
                    client.size(),
                    client.owner().id(),
                    Cell.day(client.since()),
                    client.key() ? "yes" : "no",
                    estimated ? Cell.money(wallet) : "",
                    estimated ? source : "",
                    estimated ? Cell.day(estimatedOn) : "",
                    Cell.day(contractEnd(setting, client, dice)),
                    dice.pick(List.of("loyal", "neutral", "at_risk"))));
        }
        return new Table(
                "clients.csv",
                List.of(
                        "id",
                        "name",
                        "segment",
                        "industry",
                        "territory",
                        "channel",
                        "size",
                        "owner",
                        "client_since",
                        "key_client",
                        "wallet_per_year",
                        "wallet_source",
                        "wallet_estimated_on",
                        "contract_ends_on",
                        "loyalty"),
                rows);
    }

    private static @Nullable LocalDate contractEnd(Setting setting, Client client, Dice dice) {
        boolean contract = dice.chance(0.6);
        int days = dice.whole(130, 700);
        if (client.part() == ClientPart.CONTRACT_ENDING) {
            return setting.asOf().plusDays(5 + days % 21);
        }
        return client.buys() && contract ? setting.asOf().plusDays(days) : null;
    }

    static Table contacts(Setting setting, Clients clients) {
        Dice dice = setting.dice("contacts");
        List<List<String>> rows = new ArrayList<>();
        for (Client client : clients.all()) {
            for (int i = 0; i < client.contacts().size(); i++) {
                String supportive = dice.chance(0.25) ? "" : dice.chance(0.7) ? "yes" : "no";
                rows.add(List.of(
                        client.contacts().get(i),
                        "Contact " + Cell.number(rows.size() + 1, 4),
                        client.id(),
                        ROLES.get(i),
                        supportive,
                        Cell.day(client.since())));
            }
        }
        return new Table("contacts.csv", List.of("id", "name", "client", "role", "supportive", "known_since"), rows);
    }
}
