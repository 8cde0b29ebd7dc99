package norma.server.notify;

import java.util.List;

/** Writes e-mails. */
final class Letters {

    Letter of(Route route, String recipient, List<News> news) {
        throw new UnsupportedOperationException();
    }
}
