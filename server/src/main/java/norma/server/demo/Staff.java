package norma.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Twenty sellers in four teams, each with a head, and the sales director. */
final class Staff {

    static final List<String> TEAMS = List.of("North", "East", "South", "West");
    /** This team is far behind its plan. */
    static final String TEAM_BEHIND_PLAN = "team-south";
    /** Most of the planted problems meet in the team of this head. */
    static final String HEAD_IN_TROUBLE = "head-west";

    private static final Map<Integer, StaffPart> PARTS = Map.of(
            7, StaffPart.WIN_RATE_COLLAPSED,
            12, StaffPart.ON_LEAVE,
            17, StaffPart.REPORTS_MISSING,
            18, StaffPart.BELOW_CONTACT_NORM);

    private final Setting setting;
    private final List<Seller> sellers = new ArrayList<>();

    Staff(Setting setting) {
        this.setting = setting;
        Dice dice = setting.dice("staff");
        for (int number = 1; number <= TEAMS.size() * Seller.PER_TEAM; number++) {
            String team = team(TEAMS.get((number - 1) / Seller.PER_TEAM));
            StaffPart part = PARTS.getOrDefault(number, StaffPart.ORDINARY);
            double winRate = part == StaffPart.WIN_RATE_COLLAPSED ? 0.42 : dice.between(0.28, 0.46);
            sellers.add(new Seller(
                    "seller-" + Cell.number(number, 2), number, team, winRate, dice.between(0.8, 1.2), part));
        }
    }

    /** The identifier of the team with the name. */
    static String team(String name) {
        return "team-" + name.toLowerCase(Locale.ROOT);
    }

    static String head(String name) {
        return "head-" + name.toLowerCase(Locale.ROOT);
    }

    List<Seller> sellers() {
        return List.copyOf(sellers);
    }

    Seller seller(int number) {
        return sellers.get(number - 1);
    }

    Table teams() {
        List<List<String>> rows = new ArrayList<>();
        for (String name : TEAMS) {
            rows.add(List.of(team(name), "Team " + name, head(name), "sales"));
        }
        return new Table("teams.csv", List.of("id", "name", "head", "department"), rows);
    }

    Table employees() {
        Dice dice = setting.dice("hiring");
        List<List<String>> rows = new ArrayList<>();
        rows.add(employee("director", "Sales director", "", "sales_director", hired(dice)));
        for (String name : TEAMS) {
            rows.add(employee(head(name), "Head of team " + name, team(name), "head", hired(dice)));
        }
        for (Seller seller : sellers) {
            rows.add(employee(seller.id(), seller.title(), seller.team(), "seller", hired(dice)));
        }
        return new Table("employees.csv", List.of("id", "name", "team", "position", "hired_on", "left_on"), rows);
    }

    private LocalDate hired(Dice dice) {
        return setting.office().onOrAfter(setting.start().minusDays(dice.whole(90, 1500)));
    }

    private static List<String> employee(String id, String name, String team, String position, LocalDate hired) {
        return List.of(id, name, team, position, Cell.day(hired), "");
    }
}
