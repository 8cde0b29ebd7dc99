package norma.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads by channel: those that became deals of new business, and those that did not. The file is written the way a local
 * spreadsheet writes: semicolons, day first, decimal comma.
 */
final class Leads {

    private record Lead(
            LocalDate created,
            Seller owner,
            String channel,
            String status,
            @Nullable LocalDate closed,
            @Nullable Deal deal,
            long budget) {}

    private static final int UNCONVERTED = 700;
    private static final int OPEN_DAYS = 6;
    private static final List<String> CHANNELS =
            List.of("website", "website", "advertising", "exhibition", "recommendation", "cold_call", "");

    private Leads() {}

    static Table table(Setting setting, Staff staff, Deals deals) {
        Dice dice = setting.dice("leads");
        List<Lead> leads = new ArrayList<>();
        deals.all().stream().filter(deal -> deal.kind().equals("new_business")).forEach(deal -> {
            LocalDate closed = deal.created().toLocalDate();
            leads.add(new Lead(
                    setting.office().plus(closed, -dice.whole(1, 6)),
                    deal.owner(),
                    dice.pick(CHANNELS),
                    "won",
                    closed,
                    deal,
                    deal.history().get(0).state().amount()));
        });
        List<LocalDate> days = setting.office().from(setting.start(), setting.asOf());
        for (int i = 0; i < UNCONVERTED; i++) {
            LocalDate created = dice.pick(days);
            LocalDate closed = setting.office().plus(created, dice.whole(1, OPEN_DAYS));
            boolean open = closed.isAfter(setting.asOf());
            long budget = dice.chance(0.5) ? Kopecks.thousands(dice.skewed(300_000, 0.9)) : 0;
            leads.add(new Lead(
                    created,
                    dice.pick(staff.sellers()),
                    dice.pick(CHANNELS),
                    open ? "open" : "lost",
                    open ? null : closed,
                    null,
                    budget));
        }
        leads.sort(Comparator.comparing(Lead::created));
        List<List<String>> rows = new ArrayList<>();
        for (Lead lead : leads) {
            Deal deal = lead.deal();
            rows.add(List.of(
                    "L" + Cell.number(rows.size() + 1, 4),
                    Cell.localDay(lead.created()),
                    lead.owner().id(),
                    lead.channel(),
                    lead.status(),
                    Cell.localDay(lead.closed()),
                    deal == null ? "" : deal.client().id(),
                    deal == null ? "" : deal.id(),
                    lead.budget() == 0 ? "" : Cell.money(lead.budget()).replace('.', ',')));
        }
        return new Table(
                "leads.csv",
                ';',
                List.of("id", "created", "employee", "channel", "status", "closed", "client", "deal", "budget"),
                rows);
    }
}
