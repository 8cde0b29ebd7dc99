package norma.server.notify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import norma.server.report.Told;
import norma.server.store.Deviations;
import org.jspecify.annotations.Nullable;

/** What a webhook is sent: one schema whatever it tells, so that a receiver needs to know one. */
final class WebhookBody {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "norma.events";

    private WebhookBody() {}

    /** @param root of all addresses, without a slash at its end */
    static String of(String route, String part, List<News> news, long now, String root) {
        ObjectNode body = JSON.createObjectNode();
        body.put("type", TYPE).put("timestamp", Instant.ofEpochMilli(now).toString());
        ObjectNode data = body.putObject("data");
        data.put("route", route).put("group", part);
        ArrayNode events = data.putArray("events");
        news.forEach(each -> events.add(event(each, root)));
        return body.toString();
    }

    private static ObjectNode event(News news, String root) {
        ObjectNode event = JSON.createObjectNode();
        event.put("seq", news.event().seq()).put("kind", news.event().kind());
        event.put("at", Instant.ofEpochMilli(news.event().at()).toString()).put("again", news.again());
        Deviations.@Nullable Row row = news.row();
        if (row == null) event.set("about", Told.of(news.event().body()).whole());
        else event.set("deviation", deviation(row, news.told(), root));
        return event;
    }

    private static ObjectNode deviation(Deviations.Row row, Told told, String root) {
        ObjectNode about = JSON.createObjectNode();
        about.put("number", row.number()).put("url", root + "/deviations/" + row.number());
        about.put("rule", row.rule()).put("severity", told.word("severity"));
        about.putObject("subject")
                .put("type", row.subjectType())
                .put("id", row.subjectId())
                .put("title", told.word("subject", "title"));
        about.set("title", told.node("title"));
        about.set("message", told.node("message"));
        about.set("stake", told.node("stake"));
        about.put("owner", row.around().owner()).put("head", row.around().head());
        about.put("team", row.around().team()).put("client", row.around().client());
        about.put("segment", row.around().segment()).put("stands", row.stands());
        return about;
    }
}
