package norma.server.notify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import norma.server.store.Deviations;
import norma.server.store.Events;
import norma.server.store.Outbox;
import norma.server.store.Tables;
import org.jspecify.annotations.Nullable;

/** Makes one message of what a recipient is to be told together. */
final class Composing {

    /** So that a message stays of a size that receivers take. */
    private static final int MOST = 50;

    private final Routes routes;
    private final Letters letters;
    private final String root;
    private final long now;
    private final Tables tables;

    Composing(Routes routes, Letters letters, String root, long now, Tables tables) {
        this.routes = routes;
        this.letters = letters;
        this.root = root;
        this.now = now;
        this.tables = tables;
    }

    void compose(Outbox.Group group) {
        List<Outbox.Notice> notices = tables.outbox().waiting(group, MOST);
        Optional<Route> route = routes.route(group.route());
        List<News> news = route.map(known -> worthTelling(known, notices)).orElse(List.of());
        if (news.isEmpty()) {
            tables.outbox().told(notices, 0);
            return;
        }
        String id = id("notice/" + notices.get(0).number(), tables);
        String body = Recipient.isWebhook(group.recipient())
                ? WebhookBody.of(group.route(), group.part(), news, now, root)
                : letters.of(route.orElseThrow(), group.recipient(), news).written();
        long message = tables.outbox().send(id, group.route(), group.recipient(), body, now);
        tables.outbox().told(notices, message);
    }

    /** The same for the same, and of no other installation. */
    private static String id(String what, Tables tables) {
        byte[] name = (tables.installation() + "/" + what).getBytes(StandardCharsets.UTF_8);
        return "msg_" + UUID.nameUUIDFromBytes(name).toString().replace("-", "");
    }

    void digest(Route route, Staff staff, long since) {
        Digest.of(route, staff, tables, since, now).forEach((recipient, digest) -> {
            if (tables.outbox().isSilenced(route.id(), recipient)) return;
            String id = id("digest/" + route.id() + "/" + recipient + "/" + now, tables);
            String body = letters.digest(route, recipient, digest).written();
            tables.outbox().send(id, route.id(), recipient, body, now);
        });
        tables.outbox().digested(route.id(), now);
    }

    /** A route that waits does not tell of what came and went in the meantime. */
    private List<News> worthTelling(Route route, List<Outbox.Notice> notices) {
        List<News> all = new ArrayList<>();
        Set<Long> gone = new HashSet<>();
        for (Outbox.Notice notice : notices) {
            Events.Event event = tables.events().number(notice.event()).orElseThrow();
            Long number = notice.deviation();
            Deviations.@Nullable Row row =
                    number == null ? null : tables.deviations().number(number).orElseThrow();
            if (row != null
                    && !row.stands()
                    && event.kind().equals("raised")
                    && !route.delay().isNone()) gone.add(row.number());
            all.add(new News(event, row, notice.at() > event.at()));
        }
        all.removeIf(news ->
                news.event().deviation() != null && gone.contains(news.event().deviation()));
        return all;
    }
}
