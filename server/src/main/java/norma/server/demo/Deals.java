package norma.server.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** All deals, ordinary and planted, numbered in order of creation; their cards and their history. */
final class Deals {

    private final List<Deal> all;

    Deals(Setting setting, Staff staff, Clients clients) {
        List<Deal> drafts = new ArrayList<>(new PlantedDeals(setting, staff, clients).deals());
        drafts.addAll(new DealFlow(setting, staff, clients).deals());
        List<Deal> ordered =
                drafts.stream().sorted(Comparator.comparing(Deal::created)).toList();
        all = IntStream.range(0, ordered.size())
                .mapToObj(i -> ordered.get(i).numbered(i + 1))
                .toList();
    }

    List<Deal> all() {
        return all;
    }

    /** The current card: what a CRM's list of deals shows. */
    Table cards() {
        List<List<String>> rows = new ArrayList<>();
        for (Deal deal : all) {
            DealState now = deal.last().state();
            rows.add(List.of(
                    deal.id(),
                    deal.title(),
                    deal.client().id(),
                    deal.owner().id(),
                    "main",
                    deal.product().id(),
                    deal.kind(),
                    deal.channel(),
                    Cell.time(deal.created()),
                    now.stage().label,
                    now.status(),
                    Cell.money(now.amount()),
                    Cell.day(now.expectedClose()),
                    deal.open() ? "" : Cell.time(deal.last().at())));
        }
        return new Table(
                "deals.csv",
                List.of(
                        "id",
                        "name",
                        "client",
                        "owner",
                        "pipeline",
                        "product",
                        "kind",
                        "channel",
                        "created_at",
                        "stage",
                        "status",
                        "amount",
                        "expected_close_on",
                        "closed_at"),
                rows);
    }

    /** One row per change with the values from then on, in order of time. */
    Table history() {
        record Line(Deal deal, Deal.Change change) {}
        List<List<String>> rows = all.stream()
                .flatMap(deal -> deal.history().stream().map(change -> new Line(deal, change)))
                .sorted(Comparator.comparing((Line line) -> line.change().at()))
                .map(line -> row(
                        line.deal().id(),
                        Cell.time(line.change().at()),
                        line.change().state()))
                .toList();
        return new Table(
                "deal_history.csv",
                List.of(
                        "deal",
                        "changed_at",
                        "stage",
                        "status",
                        "amount",
                        "probability",
                        "forecast",
                        "expected_close_on",
                        "next_step",
                        "next_step_on",
                        "lost_reason"),
                rows);
    }

    private static List<String> row(String id, String at, DealState state) {
        return List.of(
                id,
                at,
                state.stage().label,
                state.status(),
                Cell.money(state.amount()),
                state.probability() + "%",
                state.forecast(),
                Cell.day(state.expectedClose()),
                state.nextStep(),
                Cell.day(state.nextStepOn()),
                state.lostReason());
    }
}
