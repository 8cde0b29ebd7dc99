package norma.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deals and clients whose clock stands still: the planted controls, and a few pauses that are over. */
final class Holds {

    private static final List<String> REASONS = List.of("client_reorganises", "budget_frozen", "waiting_for_approval");
    private static final int PAST = 4;

    private final List<List<String>> rows = new ArrayList<>();
    private final Dice dice;

    Holds(Setting setting, Deals deals) {
        dice = setting.dice("holds");
        for (Deal deal : deals.all()) {
            LocalDate quiet = deal.quietFrom();
            if (quiet != null && deal.part() == DealPart.ON_HOLD) {
                add(deal, null, quiet, setting.asOf().plusDays(30));
            } else if (quiet != null && deal.part() == DealPart.CLIENT_ON_HOLD) {
                add(null, deal.client(), quiet, setting.asOf().plusDays(45));
            }
        }
        deals.all().stream()
                .filter(deal -> !deal.open() && deal.history().size() > 4)
                .limit(PAST)
                .forEach(deal -> {
                    LocalDate from =
                            setting.office().plus(deal.history().get(2).at().toLocalDate(), 1);
                    add(deal, null, from, from.plusDays(5));
                });
    }

    private void add(@Nullable Deal deal, @Nullable Client client, LocalDate from, LocalDate to) {
        rows.add(List.of(
                "H" + Cell.number(rows.size() + 1, 2),
                deal == null ? "" : deal.id(),
                client == null ? "" : client.id(),
                Cell.day(from),
                Cell.day(to),
                dice.pick(REASONS)));
    }

    Table table() {
        return new Table("holds.csv", List.of("id", "deal", "client", "from", "to", "reason"), rows);
    }
}
