package norma.server.feed;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import norma.diagnostics.Digest;
import norma.server.access.Caller;
import norma.server.access.Right;
import norma.server.access.Site;
import norma.server.api.DeviationQuery;
import norma.server.live.Refusal;
import norma.server.report.Prose;
import norma.server.store.Deviations;
import norma.server.store.Events;
import norma.server.store.Store;
import norma.server.store.View;
import norma.standard.Standards;
import org.jspecify.annotations.Nullable;

/** The routes of the feeds. Any answer can be asked for again by its {@code ETag}, at the cost of a few bytes. */
public final class Feeds {

    private static final int MOST = 500;
    private static final int USUAL = 50;

    private final Store store;
    private final Supplier<Standards> standards;
    private final Site site;

    /** @param site what links lead to */
    public Feeds(Store store, Supplier<Standards> standards, Site site) {
        this.store = store;
        this.site = site;
        this.standards = standards;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/feed.json", context -> answer(context, JsonFeed.TYPE, JsonFeed::of), Right.SEE_DEVIATIONS);
        routes.get("/api/v1/feed.atom", context -> answer(context, AtomFeed.TYPE, AtomFeed::of), Right.SEE_DEVIATIONS);
    }

    private void answer(Context context, String type, Function<Feed, String> writer) {
        String body = writer.apply(feed(context));
        String tag = "\"" + Digest.of(body) + "\"";
        context.header("ETag", tag).header("Cache-Control", "private, no-cache");
        if (isKnown(context.header("If-None-Match"), tag)) context.status(HttpStatus.NOT_MODIFIED);
        else context.contentType(type).result(body);
    }

    /** By RFC 9110, 13.1.2: whether it is weak does not matter here. */
    private static boolean isKnown(@Nullable String header, String tag) {
        if (header == null) return false;
        if (header.strip().equals("*")) return true;
        for (String each : header.split(",")) {
            String known = each.strip();
            if (known.equals(tag) || known.equals("W/" + tag)) return true;
        }
        return false;
    }

    private Feed feed(Context context) {
        Prose prose = new Prose(standards.get().model(), locale(context));
        Deviations.Filter filter = DeviationQuery.filter(context, false);
        long before = context.queryParamAsClass("before", Long.class).getOrDefault(Long.MAX_VALUE);
        int most = Math.max(
                1,
                Math.min(MOST, context.queryParamAsClass("limit", Integer.class).getOrDefault(USUAL)));
        String root = site.root(context);
        View seen = store.seenBy(Caller.of(context).sight(Right.SEE_DEVIATIONS));
        return seen.read(tables -> {
            UUID installation = tables.installation();
            List<Item> items = new ArrayList<>();
            List<Events.Event> events = tables.events().newest(Item.KINDS, filter, before, most);
            for (Events.Event event : events) {
                Long number = event.deviation();
                if (number == null) continue;
                tables.deviations()
                        .number(number)
                        .ifPresent(row -> items.add(Item.of(event, row, prose, installation, root)));
            }
            String next = events.size() < most
                    ? ""
                    : root
                            + address(
                                    context,
                                    Map.of(
                                            "before",
                                            String.valueOf(events.get(most - 1).seq())));
            return new Feed(
                    prose,
                    Item.urn(installation, "feed?" + query(question(context))),
                    root + "/",
                    root + address(context, Map.of()),
                    next,
                    items.isEmpty() ? 0 : items.get(0).at(),
                    items);
        });
    }

    private static Locale locale(Context context) {
        String asked = context.queryParamAsClass("lang", String.class).getOrDefault("en");
        return switch (asked) {
            case "en" -> Locale.ENGLISH;
            case "ru" -> Locale.forLanguageTag("ru");
            default -> throw new Refusal("'lang' is en or ru", "«lang» — это en или ru");
        };
    }

    private static String address(Context context, Map<String, String> further) {
        Map<String, String> values = question(context);
        values.putAll(further);
        return values.isEmpty() ? context.path() : context.path() + "?" + query(values);
    }

    /** What is asked, in one order: the same question is the same feed. */
    private static Map<String, String> question(Context context) {
        Map<String, String> values = new TreeMap<>();
        context.queryParamMap().forEach((name, all) -> {
            if (!all.isEmpty()) values.put(name, all.get(0));
        });
        return values;
    }

    private static String query(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
