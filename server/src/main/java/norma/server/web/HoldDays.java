package norma.server.web;

import java.time.Instant;
import java.time.LocalDate;

/** On which days a hold may end. */
final class HoldDays {

    private HoldDays() {}

    static FeedPage.Days of(Frame frame) {
        LocalDate today =
                Instant.ofEpochMilli(frame.now()).atZone(frame.prose().zone()).toLocalDate();
        return new FeedPage.Days(today.plusDays(1).toString(), today.plusDays(7).toString());
    }
}
