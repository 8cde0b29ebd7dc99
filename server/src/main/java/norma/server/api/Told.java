package norma.server.api;

import java.util.List;
import norma.server.store.Events;

/** An event as listeners are told it. */
record Told(long seq, String kind, String text) {

    static List<Told> all(List<Events.Event> events, Items items) {
        return events.stream()
                .map(event ->
                        new Told(event.seq(), event.kind(), items.event(event).toString()))
                .toList();
    }
}
