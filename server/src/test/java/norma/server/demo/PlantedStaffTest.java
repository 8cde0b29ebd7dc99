package norma.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each planted problem of a seller, a team and a head, looked for in the files by a plain check. */
class PlantedStaffTest {

    private static final Map<String, List<NamedCsvRecord>> EMPLOYEES = Export.grouped("employees.csv", "id");

    @Test
    void theSellerWhoseWinRateCollapsed() {
        Set<String> collapsed = new TreeSet<>();
        Export.grouped("deals.csv", "owner").forEach((owner, deals) -> {
            double won = 0;
            double closed = 0;
            for (NamedCsvRecord deal : deals) {
                if (!deal.getField("closed_at").isEmpty() && Export.daysAgo(deal.getField("closed_at")) < 90) {
                    won += deal.getField("status").equals("won") ? 1 : 0;
                    closed++;
                }
            }
            assertTrue(closed >= 10, owner);
            if (won / closed < 0.15) {
                collapsed.add(owner);
            }
        });
        assertEquals(Export.ids("planted", "seller_win_rate_collapsed"), collapsed);
    }

    @Test
    void theSellerBelowTheContactNormAndNotTheOneOnVacation() {
        Map<String, Integer> contacts = new HashMap<>();
        Export.rows("activities.csv").stream()
                .filter(contact -> Export.daysAgo(contact.getField("at")) < 28)
                .forEach(contact -> contacts.merge(contact.getField("employee"), 1, Integer::sum));
        Set<String> below = new TreeSet<>();
        Set<String> belowWithoutRegardToAbsence = new TreeSet<>();
        contacts.forEach((seller, count) -> {
            if (count < 4 * daysAtWork(seller)) {
                below.add(seller);
            }
            if (count < 4 * 20) {
                belowWithoutRegardToAbsence.add(seller);
            }
        });
        assertEquals(Export.ids("planted", "seller_below_contact_norm"), below);
        belowWithoutRegardToAbsence.removeAll(below);
        assertEquals(Export.ids("controls", "seller_below_contact_norm"), belowWithoutRegardToAbsence);
    }

    private static long daysAtWork(String seller) {
        return Export.LAST_DAY
                .minusDays(27)
                .datesUntil(Export.LAST_DAY.plusDays(1))
                .filter(Export.WEEKDAYS)
                .filter(day -> !away(seller, day))
                .count();
    }

    private static boolean away(String seller, LocalDate day) {
        return Export.rows("absences.csv").stream()
                .filter(absence -> absence.getField("employee").equals(seller))
                .anyMatch(absence -> !Export.day(absence.getField("first_day")).isAfter(day)
                        && !Export.day(absence.getField("last_day")).isBefore(day));
    }

    @Test
    void theSellerWhoseDailyReportsAreMissing() {
        Map<String, Integer> missing = new TreeMap<>();
        Export.rows("reports.csv").stream()
                .filter(report -> report.getField("submitted_at").isEmpty())
                .forEach(report -> missing.merge(report.getField("employee"), 1, Integer::sum));
        assertEquals(Export.ids("planted", "seller_reports_missing"), missing.keySet());
        missing.values().forEach(count -> assertEquals(7, count));
    }

    @Test
    void theTeamFarBehindItsPlan() {
        Map<String, Double> revenue = new HashMap<>();
        Export.rows("sales.csv")
                .forEach(sale -> revenue.merge(
                        team(sale.getField("employee"))
                                + sale.getField("shipped_on").substring(0, 7),
                        Export.number(sale, "amount"),
                        Double::sum));
        Set<String> behind = new TreeSet<>();
        for (NamedCsvRecord plan : Export.rows("plans.csv")) {
            boolean recent = Set.of("2026-09", "2026-10")
                    .contains(plan.getField("first_day").substring(0, 7));
            if (recent && !plan.getField("team").isEmpty()) {
                double sold = revenue.get(
                        plan.getField("team") + plan.getField("first_day").substring(0, 7));
                if (sold < 0.7 * Export.number(plan, "amount")) {
                    behind.add(plan.getField("team"));
                } else {
                    assertTrue(sold > 0.85 * Export.number(plan, "amount"), plan.toString());
                }
            }
        }
        assertEquals(Export.ids("planted", "team_behind_plan"), behind);
    }

    @Test
    void theHeadInWhoseTeamMostKindsOfProblemsMeet() {
        Map<String, Set<String>> kinds = new TreeMap<>();
        for (JsonNode problem : Export.answers().get("planted")) {
            String subject = problem.get("subject").asText();
            boolean ofSellers =
                    subject.equals("deal") || problem.get("kind").asText().startsWith("seller_");
            if (ofSellers) {
                problem.get("ids").forEach(id -> kinds.computeIfAbsent(
                                team(seller(subject, id.asText())), team -> new TreeSet<>())
                        .add(problem.get("kind").asText()));
            }
        }
        Set<String> heads = Export.ids("planted", "head_team_breaks_norms");
        assertEquals(Set.of("head-west"), heads);
        assertTrue(kinds.get("team-west").size() >= 9, kinds.toString());
        kinds.forEach((team, found) -> assertTrue(team.equals("team-west") || found.size() <= 4, kinds.toString()));
    }

    private static String seller(String subject, String id) {
        return subject.equals("employee")
                ? id
                : Export.grouped("deals.csv", "id").get(id).get(0).getField("owner");
    }

    private static String team(String employee) {
        return EMPLOYEES.get(employee).get(0).getField("team");
    }
}
