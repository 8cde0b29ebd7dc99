package norma.server.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import norma.server.store.Events;

/**
 * An event as listeners are told it.
 *
 * @param wire as a server-sent event is written: the same for everybody, so that it is put into words once
 */
record Told(long seq, byte[] wire) {

    static List<Told> all(List<Events.Event> events, Items items) {
        return events.stream().map(event -> of(event, items)).toList();
    }

    private static Told of(Events.Event event, Items items) {
        String text = "id: %d\nevent: %s\ndata: %s\n\n".formatted(event.seq(), event.kind(), items.event(event));
        return new Told(event.seq(), text.getBytes(StandardCharsets.UTF_8));
    }
}
