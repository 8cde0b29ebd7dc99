package norma.server.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import norma.Engine;
import norma.fact.Activity;
import norma.fact.Change;
import norma.fact.Hold;
import norma.server.store.Deviations;
import norma.server.store.Review;
import norma.server.store.Tables;

/** Ends the holds that await what has just happened. */
final class Awaiting {

    private final Engine engine;
    private final Keeper keeper;
    private final Tables tables;

    Awaiting(Engine engine, Keeper keeper, Tables tables) {
        this.engine = engine;
        this.keeper = keeper;
        this.tables = tables;
    }

    /** The pause of the clock that a hold made. */
    static String pause(long deviation, long heldAt) {
        return "of-deviation-" + deviation + "-" + heldAt;
    }

    /**
     * @param taken changes that the engine has taken
     * @return changes of facts that follow: clocks go on
     */
    List<Change> ended(Collection<Change> taken) {
        List<Change> follow = new ArrayList<>();
        for (Deviations.Row row : tables.deviations().awaiting()) {
            if (taken.stream().noneMatch(change -> ends(row, change))) continue;
            keeper.review(tables, row, Review.NEW);
            String pause =
                    pause(row.number(), Objects.requireNonNull(row.review().at()));
            if (engine.fact(Hold.TYPE, pause).isPresent())
                follow.add(new Change(Hold.TYPE, pause, engine.now(), Map.of("to", engine.now())));
        }
        return follow;
    }

    private boolean ends(Deviations.Row row, Change change) {
        return switch (Objects.requireNonNull(row.review().awaited())) {
            case CHANGE ->
                change.type().name().equals(row.subjectType()) && change.id().equals(row.subjectId());
            case CONTACT -> change.type().equals(Activity.TYPE) && isAbout(row, change.id());
        };
    }

    private boolean isAbout(Deviations.Row row, String activity) {
        return engine.fact(Activity.TYPE, activity)
                .map(Activity.class::cast)
                .filter(each -> row.subjectId()
                        .equals(
                                switch (row.subjectType()) {
                                    case "deal" -> each.deal();
                                    case "client" -> each.client();
                                    case "employee", "owner" -> each.owner();
                                    default -> null;
                                }))
                .isPresent();
    }
}
