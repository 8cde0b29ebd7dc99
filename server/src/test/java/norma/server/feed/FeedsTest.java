package norma.server.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.judge.DrlRules;
import norma.server.http.Service;
import norma.server.live.Hands;
import norma.server.live.Live;
import norma.server.store.Databases;
import norma.server.store.Store;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader of news is told. */
class FeedsTest {

    private static final String DEFINITIONS = """
            schema: 1
            model: { currency: RUB, pipelines: { main: [lead] }, segments: [b2b] }
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            kpis:
              amount_of_deal: { title: { en: Amount, ru: Сумма }, of: deal, value: amount }
            norms:
              amount_limit: { kpi: amount_of_deal, breach: above, default: { warn: 100, critical: 1000 } }
            deviations:
              large:
                title: { en: Large deal, ru: Крупная сделка }
                on: deal
                only_if: status = open
                breaks: amount_limit
                stake: amount
                message: { en: "{title}: {value} is too much", ru: "{title}: {value} — слишком много" }
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Hands hands = new Hands(Instant.parse("2026-03-02T09:00:00Z"));
    private Store store;
    private Live live;
    private Service service;

    @BeforeEach
    void start() {
        Standards standards = standards();
        store = Store.open(Databases.sqlite());
        live = Live.start(store, standards, DrlRules.none(), hands);
        service = Service.start(0, store, live, hands);
    }

    @AfterEach
    void stop() {
        service.close();
        live.close();
        store.close();
    }

    @Test
    void both_feeds_tell_what_came_what_became_worse_and_what_is_over() throws Exception {
        deal("D1", 500L, "open", "Ромашка & <b>партнёры</b>");
        deal("D1", 2000L, "open", "Ромашка & <b>партнёры</b>");
        deal("D1", 2000L, "won", "Ромашка & <b>партнёры</b>");

        JsonNode feed = json.readTree(get("/api/v1/feed.json?lang=ru").body());
        assertEquals(
                List.of(
                        "Закончилось: Крупная сделка — Ромашка & <b>партнёры</b> · D1",
                        "Стало хуже: Крупная сделка — Ромашка & <b>партнёры</b> · D1",
                        "Новое: Крупная сделка — Ромашка & <b>партнёры</b> · D1"),
                texts(feed, "title"));

        String written = get("/api/v1/feed.atom?lang=ru").body();
        assertTrue(written.contains(" xml:lang=\"ru\""), written);
        SyndFeed atom = new SyndFeedInput().build(new StringReader(written));
        assertEquals("atom_1.0", atom.getFeedType());
        assertEquals(
                texts(feed, "title"),
                atom.getEntries().stream().map(SyndEntry::getTitle).toList());
        assertEquals(
                texts(feed, "id"),
                atom.getEntries().stream().map(SyndEntry::getUri).toList());
        assertEquals(
                texts(feed, "url"),
                atom.getEntries().stream().map(SyndEntry::getLink).toList());
        assertEquals(
                texts(feed, "content_text"),
                atom.getEntries().stream()
                        .map(entry -> entry.getContents().get(0).getValue())
                        .toList());
        assertEquals(
                List.of("Large deal"),
                texts(json.readTree(get("/api/v1/feed.json").body()), "title").stream()
                        .map(title -> title.replaceAll("^[^:]*: (.*) — .*", "$1"))
                        .distinct()
                        .toList());
    }

    /** The rules of jsonfeed.org/version/1.1: what must be there, and of which kind. */
    @Test
    void a_json_feed_keeps_the_rules_of_its_format() throws Exception {
        deal("D1", 500L, "open", "one");
        deal("D2", 500L, "open", "two");
        HttpResponse<String> response = get("/api/v1/feed.json?limit=1");
        assertEquals(
                "application/feed+json; charset=utf-8",
                response.headers().firstValue("Content-Type").orElseThrow());
        JsonNode feed = json.readTree(response.body());
        assertEquals("https://jsonfeed.org/version/1.1", feed.path("version").textValue());
        assertTrue(feed.path("title").isTextual());
        assertTrue(feed.path("items").isArray());
        Set<String> ids = new HashSet<>();
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = feed;
        while (true) {
            page.path("items").forEach(items::add);
            for (String address : List.of("home_page_url", "feed_url"))
                assertTrue(URI.create(page.path(address).textValue()).isAbsolute());
            if (!page.has("next_url")) break;
            page = json.readTree(
                    get(URI.create(page.path("next_url").textValue())).body());
        }
        assertEquals(2, items.size());
        for (JsonNode item : items) {
            assertTrue(ids.add(item.path("id").textValue()), "an id is given once");
            assertTrue(item.path("content_text").isTextual());
            assertTrue(OffsetDateTime.parse(item.path("date_published").textValue())
                    .isEqual(hands.instant().atOffset(java.time.ZoneOffset.UTC)));
            assertTrue(item.path("tags").isArray());
            assertEquals(200, get(URI.create(item.path("url").textValue())).statusCode(), "the link leads to its page");
            item.fieldNames()
                    .forEachRemaining(name -> assertTrue(
                            Set.of("id", "url", "title", "content_text", "date_published", "tags")
                                            .contains(name)
                                    || name.startsWith("_"),
                            name));
        }
    }

    @Test
    void ids_stay_and_what_is_known_is_not_sent_again() throws Exception {
        deal("D1", 500L, "open", "one");
        HttpResponse<String> first = get("/api/v1/feed.atom");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = get("/api/v1/feed.atom", "If-None-Match", "\"other\", W/" + tag);
        assertEquals(304, same.statusCode());
        assertEquals("", same.body());
        assertEquals(tag, same.headers().firstValue("ETag").orElseThrow());

        List<String> before = texts(json.readTree(get("/api/v1/feed.json").body()), "id");
        deal("D2", 500L, "open", "two");
        HttpResponse<String> next = get("/api/v1/feed.atom", "If-None-Match", tag);
        assertEquals(200, next.statusCode());
        assertNotEquals(tag, next.headers().firstValue("ETag").orElseThrow());
        List<String> after = texts(json.readTree(get("/api/v1/feed.json").body()), "id");
        assertEquals(before, after.subList(1, 2));
        assertTrue(after.get(0).matches("urn:uuid:[0-9a-f-]{36}"));
    }

    @Test
    void a_feed_is_narrowed_as_the_list_of_deviations_is() throws Exception {
        deal("D1", 500L, "open", "one");
        deal("D2", 5000L, "open", "two");
        deal("D2", 5000L, "won", "two");
        assertEquals(1, count("severity=warn"));
        assertEquals(2, count("severity=critical"));
        assertEquals(1, count("subject=D1"));
        assertEquals(1, count("state=standing"));
        assertEquals(2, count("stake_from=1000"));
        assertEquals(3, count("rule=large"));
        assertEquals(0, count("rule=" + URLEncoder.encode("large' OR 1=1", StandardCharsets.UTF_8)));
        assertEquals(400, get("/api/v1/feed.json?lang=de").statusCode());
        assertEquals(400, get("/api/v1/feed.json?stake_from=much").statusCode());
    }

    @Test
    void characters_that_xml_cannot_hold_do_not_break_it() throws Exception {
        deal("D1", 500L, "open", "a\u0001b\uD83D\uDE00");
        SyndFeed atom = new SyndFeedInput()
                .build(new StringReader(get("/api/v1/feed.atom").body()));
        assertTrue(atom.getEntries().get(0).getTitle().contains("a\uFFFDb\uD83D\uDE00"));
    }

    @Test
    void a_feed_of_nothing_is_a_feed() throws Exception {
        SyndFeed atom = new SyndFeedInput()
                .build(new StringReader(get("/api/v1/feed.atom?head=nobody").body()));
        assertEquals(List.of(), atom.getEntries());
        assertFalse(atom.getUri().isBlank());
        assertNull(json.readTree(get("/api/v1/feed.json?head=nobody").body()).get("next_url"));
    }

    private int count(String query) throws IOException, InterruptedException {
        return json.readTree(get("/api/v1/feed.json?" + query).body())
                .path("items")
                .size();
    }

    private static List<String> texts(JsonNode feed, String field) {
        List<String> texts = new ArrayList<>();
        feed.path("items").forEach(item -> texts.add(item.path(field).textValue()));
        return texts;
    }

    private void deal(String id, Long amount, String status, String title) throws Exception {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("status", status);
        set.put("amount", amount * 10_000);
        set.put("title", title);
        live.take(List.of(new Change(Catalogue.type("deal").orElseThrow(), id, hands.millis(), set)))
                .get();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return get(URI.create("http://127.0.0.1:" + service.port() + path), headers);
    }

    private HttpResponse<String> get(URI address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static Standards standards() {
        Problems problems = new Problems();
        return Definitions.read(List.of(new Source("test.yaml", DEFINITIONS)), Map.of(), problems)
                .orElseThrow(() -> new AssertionError(problems.all().toString()));
    }
}
