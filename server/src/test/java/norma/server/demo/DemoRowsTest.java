package norma.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The rows hold together: how many there are, what they point to, and when they happened. */
class DemoRowsTest {

    @ParameterizedTest
    @CsvFileSource(resources = "counts.csv", useHeadersInDisplayName = true)
    void aMidSizeCompany(String file, int least, int most) {
        int rows = Export.rows(file).size();
        assertTrue(rows >= least && rows <= most, file + " has " + rows + " rows");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "references.csv", useHeadersInDisplayName = true)
    void everyReferenceExists(String file, String column, String target) {
        Set<String> known =
                Export.rows(target).stream().map(row -> row.getField("id")).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        for (NamedCsvRecord row : Export.rows(file)) {
            if (!row.getField(column).isEmpty() && !known.contains(row.getField(column))) {
                unknown.add(row.getField(column));
            }
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void identifiersAreUnique() {
        for (String file : Export.FILES.keySet()) {
            if (file.endsWith(".csv") && !file.equals("deal_history.csv")) {
                Set<String> seen = new HashSet<>();
                Export.rows(file).forEach(row -> assertTrue(seen.add(row.getField("id")), file + ": " + row));
            }
        }
    }

    @Test
    void nothingThatIsRecordedIsLaterThanTheExport() {
        Map<String, String> times = Map.of(
                "deal_history.csv", "changed_at",
                "activities.csv", "at",
                "sales.csv", "shipped_on",
                "service_costs.csv", "month_end",
                "expenses.csv", "paid_on",
                "reports.csv", "submitted_at",
                "complaints.csv", "opened_at",
                "surveys.csv", "answered_on");
        times.forEach((file, column) -> Export.rows(file).forEach(row -> {
            String time = row.getField(column);
            assertTrue(time.compareTo("2026-11-20 18:00") <= 0, file + ": " + row);
        }));
    }

    @Test
    void aDealsHistoryStartsWithItsCreationRisesInTimeAndEndsWithItsCard() {
        Map<String, List<NamedCsvRecord>> histories = Export.grouped("deal_history.csv", "deal");
        for (NamedCsvRecord card : Export.rows("deals.csv")) {
            List<NamedCsvRecord> history = histories.get(card.getField("id"));
            assertEquals(card.getField("created_at"), history.get(0).getField("changed_at"));
            for (int i = 1; i < history.size(); i++) {
                assertTrue(history.get(i - 1)
                                .getField("changed_at")
                                .compareTo(history.get(i).getField("changed_at"))
                        < 0);
                assertEquals("open", history.get(i - 1).getField("status"));
            }
            NamedCsvRecord last = history.get(history.size() - 1);
            for (String column : List.of("stage", "status", "amount", "expected_close_on")) {
                assertEquals(card.getField(column), last.getField(column));
            }
        }
    }

    @Test
    void nobodyContactsADealBeforeItBeginsOrAfterItEnds() {
        Map<String, List<NamedCsvRecord>> deals = Export.grouped("deals.csv", "id");
        for (NamedCsvRecord contact : Export.rows("activities.csv")) {
            if (!contact.getField("deal").isEmpty()) {
                NamedCsvRecord deal = deals.get(contact.getField("deal")).get(0);
                String closed = deal.getField("closed_at");
                assertTrue(contact.getField("at").compareTo(deal.getField("created_at")) > 0);
                assertTrue(closed.isEmpty() || contact.getField("at").compareTo(closed) < 0);
            }
        }
    }

    @Test
    void nothingIsKnownOfAClientBeforeItIsAClient() {
        Map<String, List<NamedCsvRecord>> clients = Export.grouped("clients.csv", "id");
        Map<String, String> times = Map.of(
                "clients.csv", "wallet_estimated_on",
                "deals.csv", "created_at",
                "activities.csv", "at",
                "sales.csv", "shipped_on",
                "complaints.csv", "opened_at",
                "surveys.csv", "answered_on");
        times.forEach((file, column) -> Export.rows(file).forEach(row -> {
            String client = row.getField(file.equals("clients.csv") ? "id" : "client");
            String since = clients.get(client).get(0).getField("client_since");
            String time = row.getField(column);
            assertTrue(time.isEmpty() || time.compareTo(since) >= 0, file + ": " + row);
        }));
    }

    @Test
    void peopleAndClientsAreNumbersNotNames() {
        Export.rows("clients.csv")
                .forEach(row -> assertTrue(row.getField("name").matches("Client \\d{4}")));
        Export.rows("contacts.csv")
                .forEach(row -> assertTrue(row.getField("name").matches("Contact \\d{4}")));
        Export.rows("employees.csv")
                .forEach(row -> assertTrue(
                        row.getField("name").matches("Seller \\d\\d|Head of team \\w+|Sales director"),
                        row.getField("name")));
    }

    @Test
    void dirtyRowsAreAtTheLinesThatTheAnswersName() {
        List<String> dirty = new ArrayList<>();
        Export.answers().get("rejects").forEach(reject -> {
            String[] lines = Export.FILES.get(reject.get("file").asText()).split("\n");
            dirty.add(lines[reject.get("line").asInt() - 1].split("[,;]")[0]);
            assertFalse(reject.get("reason").get("ru").asText().isEmpty());
        });
        assertEquals(List.of("D9901", "D9902", "T99001", "id", "T99002", "L9901"), dirty);
    }
}
