package norma.server.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The reports that were due and when they were handed in: daily and weekly from sellers, monthly from heads. */
final class Reports {

    private static final LocalTime DUE = LocalTime.of(18, 0);
    private static final LocalTime ASKED = LocalTime.of(9, 0);
    private static final List<Integer> MISSING_DAYS_AGO = List.of(1, 2, 4, 5, 7, 9, 11);

    private final Setting setting;
    private final Dice dice;
    private final List<List<String>> rows = new ArrayList<>();

    Reports(Setting setting, Staff staff, Absences absences) {
        this.setting = setting;
        this.dice = setting.dice("reports");
        List<LocalDate> missing =
                MISSING_DAYS_AGO.stream().map(setting::workingAgo).toList();
        for (LocalDate day : setting.office().from(setting.start(), setting.asOf())) {
            LocalDate next = setting.office().plus(day, 1);
            boolean weekEnds =
                    next.getDayOfWeek().getValue() <= day.getDayOfWeek().getValue() || next.isAfter(day.plusDays(6));
            for (Seller seller : staff.sellers()) {
                if (!absences.away(seller, day)) {
                    boolean skipped = seller.part() == StaffPart.REPORTS_MISSING && missing.contains(day);
                    add(seller.id(), "daily", day, skipped);
                    if (weekEnds) {
                        add(seller.id(), "weekly", day, false);
                    }
                }
            }
            if (next.getMonthValue() != day.getMonthValue()) {
                Staff.TEAMS.forEach(name -> add(Staff.head(name), "monthly", day, false));
            }
        }
    }

    private void add(String employee, String kind, LocalDate day, boolean skipped) {
        rows.add(List.of(
                "R" + Cell.number(rows.size() + 1, 5),
                employee,
                kind,
                Cell.time(day.atTime(ASKED)),
                Cell.time(day.atTime(DUE)),
                skipped ? "" : submitted(day)));
    }

    /** In the last hour before it is due; now and then the next morning, never for the last days. */
    private String submitted(LocalDate day) {
        boolean late = dice.chance(0.03) && day.isBefore(setting.workingAgo(15));
        LocalDate on = late ? setting.office().plus(day, 1) : day;
        return Cell.time(on.atTime(late ? ASKED : DUE.minusHours(1)).plusMinutes(dice.whole(1, 55)));
    }

    Table table() {
        return new Table("reports.csv", List.of("id", "employee", "kind", "asked_at", "due_at", "submitted_at"), rows);
    }
}
