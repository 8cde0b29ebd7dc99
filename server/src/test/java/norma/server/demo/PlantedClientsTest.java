package norma.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Each planted problem of a client, looked for in the files by a plain check: all of it is found, and nothing else. */
class PlantedClientsTest {

    private static final Map<String, Double> TURNOVER = sums("sales.csv", "amount");
    private static final Map<String, Double> MARGIN = sums("sales.csv", "profit");
    private static final Map<String, Double> SERVICE = sums("service_costs.csv", "amount");
    private static final double TOTAL =
            TURNOVER.values().stream().mapToDouble(Double::doubleValue).sum();

    @Test
    void largeClientsThatLoseMoney() {
        onlyPlanted("client_loss_making_large", client -> profit(client) < 0 && share(client) > 0.02);
    }

    @Test
    void theirControlsAreCostlyYetProfitableOrSmall() {
        Set<String> controls = Export.ids("controls", "client_loss_making_large");
        assertEquals(4, controls.size());
        controls.forEach(client -> assertTrue(
                profit(client) > 0 && SERVICE.get(client) > TURNOVER.get(client) * 0.06
                        || profit(client) < 0 && share(client) < 0.005,
                client));
    }

    @Test
    void clientsWhoseComplaintsAreHandledLate() {
        Set<String> late = new TreeSet<>();
        for (NamedCsvRecord complaint : Export.rows("complaints.csv")) {
            String closed =
                    complaint.getField("closed_at").isEmpty() ? "2026-11-20 18:00" : complaint.getField("closed_at");
            if (closed.compareTo(complaint.getField("due_at")) > 0) {
                late.add(complaint.getField("client"));
            }
        }
        onlyPlanted("client_complaints_late", late::contains);
    }

    @Test
    void clientsThatWentDormant() {
        Map<String, String> lastSale = new TreeMap<>();
        Export.rows("sales.csv").forEach(sale -> lastSale.put(sale.getField("client"), sale.getField("shipped_on")));
        onlyPlanted(
                "client_dormant", client -> lastSale.containsKey(client) && Export.daysAgo(lastSale.get(client)) > 90);
    }

    @Test
    void contractsThatEndSoon() {
        onlyPlanted("client_contract_ending", client -> within(client, "contract_ends_on", -30, 0));
    }

    @Test
    void estimatesOfTheWalletThatAreStale() {
        onlyPlanted("client_wallet_stale", client -> within(client, "wallet_estimated_on", 365, 9999));
    }

    private static boolean within(String client, String column, int least, int most) {
        String date = Export.grouped("clients.csv", "id").get(client).get(0).getField(column);
        return !date.isEmpty() && Export.daysAgo(date) >= least && Export.daysAgo(date) <= most;
    }

    private static double profit(String client) {
        return MARGIN.getOrDefault(client, 0.0) - SERVICE.getOrDefault(client, 0.0);
    }

    private static double share(String client) {
        return TURNOVER.getOrDefault(client, 0.0) / TOTAL;
    }

    private static Map<String, Double> sums(String file, String column) {
        Map<String, Double> sums = new TreeMap<>();
        Export.rows(file).forEach(row -> sums.merge(row.getField("client"), Export.number(row, column), Double::sum));
        return sums;
    }

    private static void onlyPlanted(String kind, Predicate<String> check) {
        Set<String> found = new TreeSet<>();
        Export.rows("clients.csv").stream()
                .map(row -> row.getField("id"))
                .filter(check)
                .forEach(found::add);
        assertFalse(found.isEmpty());
        assertEquals(new TreeSet<>(Export.ids("planted", kind)), found);
        Export.ids("controls", kind).forEach(control -> assertFalse(found.contains(control), control));
    }
}
