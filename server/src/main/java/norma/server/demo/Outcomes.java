package norma.server.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who wins and who loses. A seller's wins come evenly, not by independent chance: over any quarter the win rate stays near
 * the seller's own, so that only the planted collapse is one.
 */
final class Outcomes {

    /** How a deal ends on its last day, if it ends. */
    enum End {
        OPEN,
        WON,
        LOST
    }

    private static final int COLLAPSE_DAYS = 100;
    private static final List<String> REASONS = List.of("price", "competitor", "no_budget", "no_decision", "timing");

    private final Setting setting;
    private final Dice dice;
    private final Map<Seller, Double> credit = new HashMap<>();

    Outcomes(Setting setting, Dice dice) {
        this.setting = setting;
        this.dice = dice;
    }

    boolean wins(Seller seller, Client client, LocalDate created) {
        if (!client.buys()) {
            return false;
        }
        double chance = seller.winRate() * (client.segment().equals("b2g") ? 0.85 : 1.03);
        double reached = credit.getOrDefault(seller, dice.fraction()) + chance + dice.between(-0.15, 0.15);
        boolean won = reached >= 1;
        credit.put(seller, won ? reached - 1 : reached);
        return won;
    }

    End ends(Seller seller, DealPath.Life life) {
        if (life.end().isAfter(setting.asOf())) {
            return End.OPEN;
        }
        boolean collapsed =
                seller.part() == StaffPart.WIN_RATE_COLLAPSED && life.end().isAfter(setting.ago(COLLAPSE_DAYS));
        return life.won() && !collapsed ? End.WON : End.LOST;
    }

    static String reason(Dice dice) {
        return dice.pick(REASONS);
    }
}
