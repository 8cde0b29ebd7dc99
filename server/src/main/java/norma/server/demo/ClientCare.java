package norma.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Complaints and satisfaction surveys. */
final class ClientCare {

    private record Complaint(
            Client client,
            LocalDate opened,
            LocalDate due,
            @Nullable LocalDate closed,
            String severity) {}

    private static final int ORDINARY_COMPLAINTS = 110;
    private static final int DAYS_TO_HANDLE = 5;
    private static final int DAYS_BETWEEN_SURVEYS = 150;
    private static final List<String> SEVERITIES = List.of("low", "low", "medium", "medium", "high");

    private final Setting setting;
    private final Clients clients;

    ClientCare(Setting setting, Clients clients) {
        this.setting = setting;
        this.clients = clients;
    }

    Table complaints() {
        Dice dice = setting.dice("complaints");
        List<Complaint> complaints = new ArrayList<>();
        List<Client> ordinary = clients.all().stream()
                .filter(client -> client.buys() && client.part().ordinary())
                .toList();
        List<LocalDate> days = setting.office().from(setting.start(), setting.asOf());
        for (int i = 0; i < ORDINARY_COMPLAINTS; i++) {
            Client client = dice.pick(ordinary, Client::weight);
            LocalDate opened = dice.pick(days);
            if (!client.since().isAfter(opened)) {
                complaints.add(complaint(client, opened, dice.whole(1, DAYS_TO_HANDLE - 1), dice));
            }
        }
        for (Client client : clients.all()) {
            if (client.part() == ClientPart.COMPLAINTS_LATE) {
                complaints.add(complaint(client, setting.workingAgo(dice.whole(50, 70)), DAYS_TO_HANDLE + 6, dice));
                complaints.add(complaint(client, setting.workingAgo(dice.whole(20, 30)), 99, dice));
                complaints.add(complaint(client, setting.workingAgo(dice.whole(10, 18)), 99, dice));
            } else if (client.part() == ClientPart.COMPLAINTS_IN_TIME) {
                for (int ago : List.of(60, 25, 12)) {
                    complaints.add(complaint(client, setting.workingAgo(ago), DAYS_TO_HANDLE, dice));
                }
            }
        }
        complaints.sort(Comparator.comparing(Complaint::opened));
        List<List<String>> rows = new ArrayList<>();
        for (Complaint complaint : complaints) {
            LocalDate closed = complaint.closed();
            rows.add(List.of(
                    "Q" + Cell.number(rows.size() + 1, 3),
                    complaint.client().id(),
                    complaint.client().owner().id(),
                    Cell.time(complaint.opened().atTime(11, 0)),
                    Cell.time(complaint.due().atTime(18, 0)),
                    closed == null ? "" : Cell.time(closed.atTime(16, 30)),
                    complaint.severity()));
        }
        return new Table(
                "complaints.csv",
                List.of("id", "client", "employee", "opened_at", "due_at", "closed_at", "severity"),
                rows);
    }

    /** Still open when the days to close it reach past the last day of the export. */
    private Complaint complaint(Client client, LocalDate opened, int daysToClose, Dice dice) {
        LocalDate closed = setting.office().plus(opened, daysToClose);
        return new Complaint(
                client,
                opened,
                setting.office().plus(opened, DAYS_TO_HANDLE),
                closed.isAfter(setting.asOf()) ? null : closed,
                dice.pick(SEVERITIES));
    }

    Table surveys() {
        Dice dice = setting.dice("surveys");
        List<List<String>> rows = new ArrayList<>();
        for (Client client : clients.all()) {
            LocalDate first = client.since().isAfter(setting.start()) ? client.since() : setting.start();
            LocalDate day = first.plusDays(dice.whole(10, DAYS_BETWEEN_SURVEYS));
            while (client.buys() && !day.isAfter(setting.asOf())) {
                int score = client.part() == ClientPart.COMPLAINTS_LATE ? dice.whole(2, 6) : dice.whole(6, 10);
                rows.add(List.of(
                        "V" + Cell.number(rows.size() + 1, 4),
                        client.id(),
                        Cell.day(setting.office().onOrBefore(day)),
                        Integer.toString(score)));
                day = day.plusDays(DAYS_BETWEEN_SURVEYS + dice.whole(-10, 20));
            }
        }
        return new Table("surveys.csv", List.of("id", "client", "answered_on", "score"), rows);
    }
}
