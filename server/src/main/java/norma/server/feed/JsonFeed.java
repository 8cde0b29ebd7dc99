package norma.server.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Writes a feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeed {

    static final String TYPE = "application/feed+json; charset=utf-8";

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeed() {}

    static String of(Feed feed) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", "https://jsonfeed.org/version/1.1");
        root.put("title", feed.title());
        root.put("home_page_url", feed.home());
        root.put("feed_url", feed.self());
        if (!feed.next().isEmpty()) root.put("next_url", feed.next());
        root.put("language", feed.language());
        ArrayNode items = root.putArray("items");
        for (Item item : feed.items()) {
            ObjectNode each = items.addObject();
            each.put("id", item.id());
            each.put("url", item.page());
            each.put("title", item.title());
            each.put("content_text", item.text());
            each.put("date_published", Instant.ofEpochMilli(item.at()).toString());
            ArrayNode tags = each.putArray("tags");
            tags.add(item.kind()).add(item.severity()).add(item.rule());
            ObjectNode ours = each.putObject("_norma");
            ours.put("event", item.event()).put("deviation", item.deviation());
            ours.put("kind", item.kind()).put("severity", item.severity()).put("rule", item.rule());
        }
        return root.toString();
    }
}
