package norma.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Each planted problem of a deal, looked for in the files by a plain check: all of it is found, and nothing else. */
class PlantedDealsTest {

    private static final Map<String, List<NamedCsvRecord>> HISTORIES = Export.grouped("deal_history.csv", "deal");
    private static final Map<String, List<NamedCsvRecord>> CONTACTS = Export.grouped("activities.csv", "deal");
    private static final Map<String, List<NamedCsvRecord>> CLIENTS = Export.grouped("clients.csv", "id");
    private static final Set<String> HELD = held();

    @Test
    void dealsStuckInAStage() {
        onlyPlanted("deal_stuck", deal -> !onHold(deal) && Export.weekdaysSince(entered(deal)) > norm(deal));
    }

    @Test
    void dealsWithoutANextStep() {
        onlyPlanted(
                "deal_no_next_step", deal -> last(deal).getField("next_step").isEmpty());
    }

    @Test
    void dealsWithoutContactForAMonth() {
        onlyPlanted("deal_no_contact", deal -> !onHold(deal) && daysWithoutContact(deal) > 30);
    }

    @Test
    void closeDatesThatArePast() {
        onlyPlanted("deal_close_date_past", deal -> Export.daysAgo(last(deal).getField("expected_close_on")) > 0);
    }

    @Test
    void closeDatesThatWerePushedThreeTimes() {
        onlyPlanted("deal_close_date_pushed", deal -> pushes(deal) >= 3);
    }

    @Test
    void amountsThatDroppedByTwoFifths() {
        onlyPlanted("deal_amount_dropped", deal -> shareOfPeak(deal) <= 0.6);
    }

    @Test
    void largeDealsWithOneContact() {
        onlyPlanted("deal_single_contact", deal -> Export.number(deal, "amount") > 1_000_000 && people(deal) < 2);
    }

    @Test
    void controlsLookLikeTheProblem() {
        Export.ids("controls", "deal_stuck")
                .forEach(id -> assertTrue(Export.weekdaysSince(entered(card(id))) > 20, id));
        Export.ids("controls", "deal_close_date_pushed").forEach(id -> assertEquals(2, pushes(card(id)), id));
        Export.ids("controls", "deal_amount_dropped")
                .forEach(id -> assertEquals(0.66, shareOfPeak(card(id)), 0.001, id));
    }

    private static void onlyPlanted(String kind, Predicate<NamedCsvRecord> check) {
        Set<String> found = new TreeSet<>();
        Export.rows("deals.csv").stream()
                .filter(deal -> deal.getField("status").equals("open"))
                .filter(check)
                .forEach(deal -> found.add(deal.getField("id")));
        Set<String> planted = Export.ids("planted", kind);
        assertFalse(planted.isEmpty());
        assertEquals(new TreeSet<>(planted), found);
        Export.ids("controls", kind).forEach(control -> assertFalse(found.contains(control), control));
    }

    private static NamedCsvRecord card(String id) {
        return Export.grouped("deals.csv", "id").get(id).get(0);
    }

    private static List<NamedCsvRecord> history(NamedCsvRecord deal) {
        return HISTORIES.get(deal.getField("id"));
    }

    private static NamedCsvRecord last(NamedCsvRecord deal) {
        return history(deal).get(history(deal).size() - 1);
    }

    private static LocalDate entered(NamedCsvRecord deal) {
        NamedCsvRecord entry = history(deal).get(0);
        for (NamedCsvRecord change : history(deal)) {
            entry = change.getField("stage").equals(entry.getField("stage")) ? entry : change;
        }
        return Export.day(entry.getField("changed_at"));
    }

    private static int norm(NamedCsvRecord deal) {
        String segment = CLIENTS.get(deal.getField("client")).get(0).getField("segment");
        boolean negotiation = deal.getField("stage").equals("4 Negotiation");
        return !negotiation ? 10 : segment.equals("b2g") ? 30 : 14;
    }

    private static boolean onHold(NamedCsvRecord deal) {
        return HELD.contains(deal.getField("id")) || HELD.contains(deal.getField("client"));
    }

    private static Set<String> held() {
        Set<String> held = new HashSet<>();
        Export.rows("holds.csv").stream()
                .filter(hold -> hold.getField("to").compareTo("2026-11-20") > 0)
                .forEach(hold -> held.add(hold.getField("deal") + hold.getField("client")));
        return held;
    }

    /** Since the creation when there was no contact at all. */
    private static long daysWithoutContact(NamedCsvRecord deal) {
        List<NamedCsvRecord> contacts = CONTACTS.getOrDefault(deal.getField("id"), List.of());
        return contacts.isEmpty()
                ? Export.daysAgo(deal.getField("created_at"))
                : Export.daysAgo(contacts.get(contacts.size() - 1).getField("at"));
    }

    private static int pushes(NamedCsvRecord deal) {
        int pushes = 0;
        String expected = "9";
        for (NamedCsvRecord change : history(deal)) {
            pushes += change.getField("expected_close_on").compareTo(expected) > 0 ? 1 : 0;
            expected = change.getField("expected_close_on");
        }
        return pushes;
    }

    private static double shareOfPeak(NamedCsvRecord deal) {
        double peak = history(deal).stream()
                .mapToDouble(change -> Export.number(change, "amount"))
                .max()
                .orElseThrow();
        return Export.number(deal, "amount") / peak;
    }

    private static long people(NamedCsvRecord deal) {
        Map<String, Integer> people = new HashMap<>();
        CONTACTS.getOrDefault(deal.getField("id"), List.of())
                .forEach(contact -> people.merge(contact.getField("contact"), 1, Integer::sum));
        return people.size();
    }
}
