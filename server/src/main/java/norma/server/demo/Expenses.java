package norma.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Monthly expenses of the departments. */
final class Expenses {

    private record Line(String category, String department, long roubles) {}

    private static final List<Line> LINES = List.of(
            new Line("salaries", "sales", 3_400_000),
            new Line("bonuses", "sales", 1_100_000),
            new Line("travel", "sales", 320_000),
            new Line("training", "sales", 90_000),
            new Line("advertising", "marketing", 850_000),
            new Line("exhibitions", "marketing", 400_000),
            new Line("salaries", "marketing", 700_000),
            new Line("salaries", "finance", 500_000),
            new Line("rent", "administration", 1_200_000));

    private Expenses() {}

    static Table table(Setting setting) {
        Dice dice = setting.dice("expenses");
        List<List<String>> rows = new ArrayList<>();
        for (LocalDate month = setting.start(); !month.isAfter(setting.asOf()); month = month.plusMonths(1)) {
            LocalDate day = setting.office().onOrAfter(month.plusDays(14));
            for (Line line : LINES) {
                long amount = Kopecks.thousands(line.roubles() * dice.between(0.9, 1.12));
                if (!day.isAfter(setting.asOf())) {
                    rows.add(List.of(
                            "X" + Cell.number(rows.size() + 1, 4),
                            Cell.day(day),
                            line.category(),
                            line.department(),
                            Cell.money(amount)));
                }
            }
        }
        return new Table("expenses.csv", List.of("id", "paid_on", "category", "department", "amount"), rows);
    }
}
