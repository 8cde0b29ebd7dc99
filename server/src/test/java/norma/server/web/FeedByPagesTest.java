package norma.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import norma.fact.Change;
import norma.server.store.Databases;
import norma.server.store.Deviations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A feed with more in it than a page holds: whoever follows its links comes to everything, and to nothing twice. */
class FeedByPagesTest {

    private static final Pattern CARD = Pattern.compile("<article class=\"card[^>]* id=\"d(\\d+)\"");
    private static final Pattern NEXT = Pattern.compile("<a href=\"([^\"]+)\"[^>]*rel=\"next\"");
    private static final Pattern REST =
            Pattern.compile("<a href=\"([^\"#]*all=[^\"#]*)#[^\"]*\">(Show the (?:other|next))");

    private final HttpClient browser = HttpClient.newHttpClient();

    static Stream<String> databases() {
        return Databases.each();
    }

    /** Sixty clients with four deals each, and one with 260. */
    @ParameterizedTest
    @MethodSource("databases")
    void linksLeadToEverything(String database) throws Exception {
        try (Served served = Served.small(database)) {
            Instant then = served.hands.instant().minusSeconds(12 * 24 * 3600);
            List<Change> deals = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                Map<String, Object> values = new HashMap<>(
                        Served.deal(then, "X" + i, "s1", 1_000_0000L * (i % 50)).set());
                values.put("client", i < 260 ? "big" : "k" + i % 60);
                deals.add(new Change(norma.fact.Deal.TYPE, "X" + i, then.toEpochMilli(), values));
            }
            served.live.take(deals).get();
            Map<Long, String> standing = new HashMap<>();
            served.store
                    .read(tables -> tables.deviations().page(Deviations.Filter.STANDING, null, 10_000))
                    .forEach(row -> standing.put(
                            row.number(), String.valueOf(row.around().client())));
            assertEquals(502, standing.size());

            String first = get(served, "/?lang=en&group=client");
            assertTrue(first.contains("502 deviations"), first);
            List<Long> worst = new ArrayList<>();
            String page = first;
            int pages = 1;
            String rest = "";
            while (true) {
                Matcher card = CARD.matcher(page);
                while (card.find()) worst.add(Long.parseLong(card.group(1)));
                Matcher more = REST.matcher(page);
                if (more.find()) rest = more.group(1);
                Matcher next = NEXT.matcher(page);
                if (!next.find()) break;
                page = get(served, next.group(1).replace("&amp;", "&"));
                pages++;
            }
            assertEquals(3, pages, "62 groups, 25 on a page");
            assertEquals(worst.size(), Set.copyOf(worst).size(), "nothing twice");
            Set<Long> others = new HashSet<>(standing.keySet());
            others.removeIf(number -> standing.get(number).equals("big"));
            assertTrue(worst.containsAll(others), "every deviation of the small groups");
            assertEquals(others.size() + 5, worst.size());

            List<Long> big = new ArrayList<>();
            while (!rest.isEmpty()) {
                page = get(served, rest.replace("&amp;", "&"));
                Matcher card = CARD.matcher(page);
                while (card.find()) {
                    long number = Long.parseLong(card.group(1));
                    if (standing.get(number).equals("big")) big.add(number);
                }
                Matcher more = REST.matcher(page);
                rest = more.find() ? more.group(1) : "";
            }
            assertEquals(260, big.size());
            assertEquals(260, Set.copyOf(big).size());
            Map<Long, Long> stakes = new HashMap<>();
            for (long number : big)
                stakes.put(
                        number,
                        served.store
                                .read(tables -> tables.deviations().number(number))
                                .orElseThrow()
                                .stake());
            for (int i = 1; i < big.size(); i++)
                assertTrue(stakes.get(big.get(i - 1)) >= stakes.get(big.get(i)), "the dearer first");
        }
    }

    private String get(Served served, String path) throws Exception {
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(served.address() + path))
                        .header("Accept-Language", "en")
                        .build(),
                BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), path);
        return answer.body();
    }
}
