package norma.server.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** Addresses that templates need and that are no page's own. */
public final class Link {

    private Link() {}

    /** What is new of what is asked for, after an event. */
    public static String news(FeedQuery query, long after) {
        Map<String, String> values = new LinkedHashMap<>(query.values());
        values.put("after", Long.toString(after));
        return Address.of("/feed/news", values);
    }
}
