package norma.server.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Monthly plans of revenue, per seller, team and company. They are derived from what was sold, so that the attainment is
 * known: near the plan for all but one team, which has been far behind for three months.
 */
final class Plans {

    private static final int MONTHS_BEHIND = 3;
    private static final long STEP = Kopecks.roubles(10_000);
    private static final long LOWEST = Kopecks.roubles(500_000);

    private final Setting setting;
    private final Dice dice;
    private final List<List<String>> rows = new ArrayList<>();

    Plans(Setting setting, Staff staff, Sales sales) {
        this.setting = setting;
        this.dice = setting.dice("plans");
        Map<String, Long> sold = new HashMap<>();
        sales.all()
                .forEach(sale ->
                        sold.merge(sale.client().owner().id() + YearMonth.from(sale.day()), sale.amount(), Long::sum));
        YearMonth current = YearMonth.from(setting.asOf());
        for (YearMonth month = YearMonth.from(setting.start()); !month.isAfter(current); month = month.plusMonths(1)) {
            long company = 0;
            for (String name : Staff.TEAMS) {
                String team = Staff.team(name);
                long total = 0;
                for (Seller seller : staff.sellers()) {
                    if (seller.team().equals(team)) {
                        long plan = plan(seller, month, sold.getOrDefault(seller.id() + month, 0L));
                        add(seller.id(), "", month, plan);
                        total += plan;
                    }
                }
                add("", team, month, total);
                company += total;
            }
            add("", "", month, company);
        }
    }

    private long plan(Seller seller, YearMonth month, long sold) {
        boolean behind = seller.team().equals(Staff.TEAM_BEHIND_PLAN)
                && !month.isBefore(YearMonth.from(setting.asOf()).minusMonths(MONTHS_BEHIND - 1));
        double attained = behind ? dice.between(0.42, 0.55) : dice.between(0.94, 1.12);
        long plan = Math.round(sold / elapsed(month) / attained / STEP) * STEP;
        return Math.max(LOWEST, plan);
    }

    /** Share of the month's working days that have passed, the last day of the export included. */
    private double elapsed(YearMonth month) {
        LocalDate end = month.atEndOfMonth();
        LocalDate reached = end.isAfter(setting.asOf()) ? setting.asOf() : end;
        LocalDate before = month.atDay(1).minusDays(1);
        return (double) setting.office().between(before, reached)
                / setting.office().between(before, end);
    }

    private void add(String seller, String team, YearMonth month, long amount) {
        rows.add(List.of(
                "N" + Cell.number(rows.size() + 1, 4),
                "revenue",
                seller,
                team,
                Cell.day(month.atDay(1)),
                Cell.day(month.atEndOfMonth()),
                Cell.money(amount)));
    }

    Table table() {
        return new Table(
                "plans.csv", List.of("id", "kpi", "employee", "team", "first_day", "last_day", "amount"), rows);
    }
}
