package norma.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Collects what happens to a deal on which day, in any order, and writes it down as one change per day. */
final class DealStory {

    private record Event(LocalDate day, UnaryOperator<DealState> edit) {}

    private final LocalDate created;
    private final DealState first;
    private final List<Event> events = new ArrayList<>();

    DealStory(LocalDate created, DealState first) {
        this.created = created;
        this.first = first;
    }

    /** Later edits of the same day see the earlier ones. */
    DealStory on(LocalDate day, UnaryOperator<DealState> edit) {
        events.add(new Event(day, edit));
        return this;
    }

    List<Deal.Change> history(Dice dice) {
        events.sort(Comparator.comparing(Event::day));
        List<Deal.Change> history = new ArrayList<>();
        DealState state = first;
        LocalDate day = created;
        for (Event event : events) {
            if (event.day().isAfter(day)) {
                history.add(change(day, state, dice));
                day = event.day();
            }
            state = event.edit().apply(state);
        }
        history.add(change(day, state, dice));
        return history;
    }

    private static Deal.Change change(LocalDate day, DealState state, Dice dice) {
        return new Deal.Change(day.atTime(dice.whole(9, 16), dice.whole(0, 59)), state);
    }
}
