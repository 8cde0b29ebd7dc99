package norma.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Vacations and sick leave. */
final class Absences {

    private static final int LEAVE_DAYS = 14;

    /** Both dates are days away. */
    record Absence(Seller seller, LocalDate from, LocalDate to, String kind) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private final List<Absence> all = new ArrayList<>();

    Absences(Setting setting, Staff staff) {
        Dice dice = setting.dice("absences");
        LocalDate summer = LocalDate.of(setting.asOf().getYear(), 6, 1);
        for (Seller seller : staff.sellers()) {
            LocalDate leave = summer.plusDays(dice.whole(0, 75));
            all.add(new Absence(seller, leave, leave.plusDays(LEAVE_DAYS - 1), "vacation"));
            LocalDate ill = setting.start().plusDays(dice.whole(20, 150));
            all.add(new Absence(seller, ill, ill.plusDays(dice.whole(1, 6)), "sick"));
            if (seller.part() == StaffPart.ON_LEAVE) {
                LocalDate monday = setting.asOf()
                        .minusDays(setting.asOf().getDayOfWeek().getValue() - 1L)
                        .minusWeeks(1);
                all.add(new Absence(seller, monday, monday.plusDays(LEAVE_DAYS - 1), "vacation"));
            }
        }
    }

    boolean away(Seller seller, LocalDate day) {
        return all.stream().anyMatch(absence -> absence.seller() == seller && absence.covers(day));
    }

    Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (Absence absence : all) {
            rows.add(List.of(
                    "A" + Cell.number(rows.size() + 1, 3),
                    absence.seller().id(),
                    Cell.day(absence.from()),
                    Cell.day(absence.to()),
                    absence.kind()));
        }
        return new Table("absences.csv", List.of("id", "employee", "first_day", "last_day", "kind"), rows);
    }
}
