package norma.server.web;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import norma.diagnostics.Source;
import norma.server.publish.Publishing;
import norma.server.store.Decisions;
import norma.server.store.Review;
import norma.server.store.Sight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages as a browser without scripts gets them, and what their forms do. */
class PagesTest {

    private static final String STUCK = "stuck/deal/";

    private Served served;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeEach
    void start() throws Exception {
        served = Served.small();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void theFeedSaysWhatDeviatesInBothLanguages() throws Exception {
        String english = get("/?lang=en").body();
        assertTrue(english.contains("<html lang=\"en\">"), english);
        assertTrue(english.contains("2 deviations"), english);
        assertTrue(english.contains("8 working days in the stage"), english);
        String russian = get("/?lang=ru").body();
        assertTrue(russian.contains("2 отклонения"), russian);
        assertTrue(russian.contains("8 рабочих дней на этапе"), russian);
        assertTrue(get("/").body().contains("<html lang=\"ru\">"), "a language that was asked for stays");
    }

    @Test
    void theBrowsersLanguageIsTakenWhereNoneWasAskedFor() throws Exception {
        HttpRequest request =
                request("/").header("Accept-Language", "de, ru;q=0.8, en;q=0.5").build();
        assertTrue(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body()
                .contains("<html lang=\"ru\">"));
    }

    @Test
    void filtersLiveInTheAddress() throws Exception {
        String north = get("/?lang=en&head=h1").body();
        assertTrue(north.contains("1 deviation<"), north);
        assertTrue(north.contains("Поставка D1") && !north.contains("Поставка D2"), north);
        assertTrue(get("/?lang=en&severity=critical").body().contains("Nothing of that kind"));
        assertTrue(get("/?lang=en&segment=b2b").body().contains("2 deviations"));
        assertTrue(get("/?lang=en&review=held").body().contains("0 deviations"));
    }

    @Test
    void theDearerComesFirst() throws Exception {
        String feed = get("/?group=rule").body();
        assertTrue(feed.indexOf("Поставка D1") < feed.indexOf("Поставка D2"), feed);
    }

    @Test
    void whatFactsSayIsNoMarkup() throws Exception {
        String page = get("/deviations/" + served.number(STUCK + "D1")).body();
        assertTrue(page.contains("&lt;b>Завод &amp; сыновья") || page.contains("&lt;b&gt;Завод &amp; сыновья"), page);
        assertFalse(page.contains("<b>Завод"), page);
    }

    @Test
    void nothingIsInline() throws Exception {
        for (String address :
                List.of("/", "/deviations/" + served.number(STUCK + "D1"), "/decisions", "/readings", "/definitions")) {
            HttpResponse<String> page = get(address);
            assertEquals(200, page.statusCode(), address);
            assertFalse(page.body().matches("(?s).*<[^>]+\\s(style|on\\w+)=.*"), address);
            assertFalse(page.body().contains("<style") || page.body().contains("<script>"), address);
            String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
            assertTrue(policy.contains("default-src 'none'") && !policy.contains("unsafe"), policy);
        }
    }

    @Test
    void somebodyTakesNotice() throws Exception {
        long number = served.number(STUCK + "D1");
        HttpResponse<String> answer = post("/deviations/" + number + "/acts", "act=acknowledge&back=/%3Fhead%3Dh1");
        assertEquals(303, answer.statusCode());
        assertEquals("/?head=h1", answer.headers().firstValue("Location").orElseThrow());
        assertEquals(
                Review.State.ACKNOWLEDGED, served.row(STUCK + "D1").review().state());
        assertEquals("local", served.row(STUCK + "D1").review().by());
    }

    @Test
    void severalAreHeldAtOnce() throws Exception {
        String chosen = "deviation=" + served.number(STUCK + "D1") + "&deviation=" + served.number(STUCK + "D2");
        assertEquals(
                303,
                post("/feed/acts", chosen + "&act=hold&until=2026-03-20&reason=" + coded("ждём бюджет"))
                        .statusCode());
        for (String deal : List.of("D1", "D2")) {
            Review review = served.row(STUCK + deal).review();
            assertEquals(Review.State.HELD, review.state());
            assertEquals("ждём бюджет", review.reason());
            assertEquals(Instant.parse("2026-03-19T21:00:00Z").toEpochMilli(), review.until());
        }
        assertTrue(get("/?lang=ru&review=held").body().contains("Отложено до 20.03.2026"));
        assertTrue(get("/?lang=en").body().contains("A good day"));
    }

    @Test
    void aHoldNeedsAReasonAndADayToCome() throws Exception {
        get("/?lang=en");
        String acts = "/deviations/" + served.number(STUCK + "D1") + "/acts";
        assertRefused(post(acts, "act=hold&until=2026-03-20"), "A reason is needed");
        assertRefused(post(acts, "act=hold&reason=x&until=2026-03-12"), "later than today");
        assertRefused(post(acts, "act=hold&reason=x&until=soon"), "until which day");
        assertRefused(post(acts, "act=dismiss&reason=+"), "A reason is needed");
        assertRefused(post(acts, "act=explode"), "nothing like that");
        assertRefused(post("/feed/acts", "act=acknowledge"), "at least one");
        assertEquals(Review.NEW, served.row(STUCK + "D1").review());
    }

    private static void assertRefused(HttpResponse<String> answer, String why) {
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains(why), answer.body());
    }

    @Test
    void theProposedDecisionIsCarriedOut() throws Exception {
        long deviation = served.number(STUCK + "D1");
        long decision = decision(deviation).number();
        assertTrue(get("/decisions?lang=en").body().contains("Поставка D1"));
        assertEquals(303, post("/decisions/" + decision + "/acts", "act=start").statusCode());
        assertEquals(Decisions.State.IN_PROGRESS, decision(deviation).state());
        assertEquals(303, post("/feed/acts", "act=done&deviation=" + deviation).statusCode());
        assertEquals(Decisions.State.DONE, decision(deviation).state());
        assertTrue(get("/decisions?show=check").body().contains("Поставка D1"));
        assertFalse(get("/decisions").body().contains("Поставка D1"));
        get("/?lang=en");
        assertRefused(post("/feed/acts", "act=reject&reason=x&deviation=" + deviation), "no open decision");
    }

    @Test
    void decisionsAreSomebodysAndSomeTeams() throws Exception {
        assertTrue(get("/decisions?assignee=s1").body().contains("Поставка D1"));
        assertFalse(get("/decisions?assignee=s1").body().contains("Поставка D2"));
        assertTrue(get("/decisions?team=t2").body().contains("Поставка D2"));
        assertFalse(get("/decisions?show=overdue").body().contains("Поставка"));
        served.hands.pass(Duration.ofDays(2));
        assertTrue(get("/decisions?show=overdue").body().contains("Поставка D1"));
    }

    @Test
    void aScriptGetsTheCardAlone() throws Exception {
        long number = served.number(STUCK + "D1");
        HttpRequest.Builder request =
                form("/deviations/" + number + "/acts", "act=dismiss&reason=" + coded("не наш клиент"));
        String card = send(request.header("HX-Request", "true")).body();
        assertTrue(card.stripLeading().startsWith("<article") && card.contains("не наш клиент"), card);
        String refused = send(form("/deviations/" + number + "/acts", "act=hold")
                        .header("HX-Request", "true"))
                .body();
        assertTrue(refused.contains("role=\"alert\""), refused);
    }

    @Test
    void aCommentStaysInTheHistory() throws Exception {
        long number = served.number(STUCK + "D1");
        post("/deviations/" + number + "/acts", "act=comment&text=" + coded("звонил <i>дважды</i>"));
        String page = get("/deviations/" + number + "?lang=ru").body();
        assertTrue(page.contains("Комментарий · вы") && page.contains("звонил &lt;i"), page);
    }

    @Test
    void theTraceShowsTheNormsRowsAndTheClock() throws Exception {
        String page =
                get("/deviations/" + served.number(STUCK + "D1") + "?lang=en").body();
        assertTrue(page.contains("status = open") && page.contains("stage_age_limit"), page);
        assertTrue(page.contains("<rect class=\"weekend\""), page);
        assertTrue(page.contains("by default"), page);
    }

    @Test
    void readingsHaveTheirPartsAndTheirReasons() throws Exception {
        String readings = get("/readings?lang=en").body();
        assertTrue(readings.contains("Open deals") && readings.contains("Time in the stage"), readings);
        String open = get("/readings/open_deals?lang=en").body();
        assertTrue(open.contains("Светлана") && open.contains("?owner=s1"), open);
        assertTrue(open.contains("No trend"), open);
        assertEquals(404, get("/readings/nothing").statusCode());
    }

    @Test
    void definitionsAreToBeRead() throws Exception {
        String page = get("/definitions?lang=en").body();
        assertTrue(
                page.contains("id=\"stage_age_limit\"") && page.contains("working_days(stage_entered_at, now)"), page);
    }

    @Test
    void definitionsSayTheirVersionAndWhatIsWrongWithTheFiles() throws Exception {
        String place = "/home/norma/definitions/rules.yaml";
        served.publishing.publish(List.of(new Source(place, Served.DEFINITIONS)), Publishing.FILES);
        String good = get("/definitions?lang=en").body();
        assertTrue(good.contains("Version 1, in force since 2026-03-12 09:00, from the files."), good);
        assertTrue(good.contains(" · definitions/rules.yaml:") && !good.contains("/home/norma"), good);
        assertFalse(good.contains("have errors"), good);

        String misspelt = Served.DEFINITIONS.replace("only_if", "only_iff");
        served.publishing.publish(List.of(new Source(place, misspelt)), Publishing.FILES);
        String bad = get("/definitions?lang=ru").body();
        assertTrue(bad.contains("В последних сохранённых файлах ошибки; действует прежняя версия"), bad);
        assertTrue(bad.contains("<code>definitions/rules.yaml:") && bad.contains("only_iff"), bad);
        assertTrue(bad.contains("Версия 1, действует с 12.03.2026 09:00, из файлов."), bad);
    }

    @Test
    void anotherSiteMayNotPost() throws Exception {
        String acts = "/deviations/" + served.number(STUCK + "D1") + "/acts";
        HttpRequest.Builder plain = HttpRequest.newBuilder(URI.create(served.address() + acts))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("act=acknowledge"));
        assertEquals(403, send(plain.copy()).statusCode(), "says nothing of where it comes from");
        assertEquals(
                403, send(plain.copy().header("Sec-Fetch-Site", "cross-site")).statusCode());
        assertEquals(
                403, send(plain.copy().header("Sec-Fetch-Site", "same-site")).statusCode());
        assertEquals(
                403,
                send(plain.copy().header("Origin", "http://elsewhere.example")).statusCode());
        assertEquals(403, send(plain.copy().header("Origin", "null")).statusCode());
        assertEquals(Review.NEW, served.row(STUCK + "D1").review());
        assertEquals(303, send(plain.copy().header("Origin", served.address())).statusCode());
    }

    @Test
    void noFormLeadsAway() throws Exception {
        String acts = "/deviations/" + served.number(STUCK + "D1") + "/acts";
        for (String away : List.of("https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"))
            assertEquals(
                    "/",
                    post(acts, "act=acknowledge&back=" + coded(away))
                            .headers()
                            .firstValue("Location")
                            .orElseThrow());
    }

    @Test
    void whatCameSinceTheLastVisitIsNew() throws Exception {
        assertFalse(get("/?lang=en").body().contains("new since"), "on the first visit nothing is");
        served.hands.pass(Duration.ofHours(8));
        Instant then = served.hands.instant().minus(Duration.ofDays(12));
        served.live.take(List.of(Served.deal(then, "D3", "s1", 700_0000L))).get();
        String morning = get("/?lang=en").body();
        assertTrue(morning.contains("new since you last looked"), morning);
        assertTrue(get("/?lang=en").body().contains("new since"), "it stays so for the visit");
        String only = get("/?lang=en&new=1").body();
        assertTrue(only.contains("Поставка D3") && !only.contains("Поставка D1"), only);
        String last = morning.replaceAll("(?s).*name=\"last\" value=\"(\\d+)\".*", "$1");
        assertEquals(303, post("/feed/seen", "last=" + last).statusCode());
        assertFalse(get("/?lang=en").body().contains("new since"));
    }

    @Test
    void anOpenPageIsToldThatSomethingHappened() throws Exception {
        long last = served.store.read(tables -> tables.events().last());
        HttpResponse<InputStream> stream =
                browser.send(request("/feed/live").build(), HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(
                "text/event-stream; charset=utf-8",
                stream.headers().firstValue("Content-Type").orElseThrow());
        Instant then = served.hands.instant().minus(Duration.ofDays(12));
        served.live.take(List.of(Served.deal(then, "D3", "s1", 700_0000L))).get();
        StringBuilder told = new StringBuilder();
        try (InputStream in = stream.body()) {
            while (!told.toString().contains("event: turn")) {
                int next = in.read();
                assertTrue(next >= 0, "the stream ended: " + told);
                told.append((char) next);
            }
        }
        String news = get("/feed/news?lang=en&after=" + last).body();
        assertTrue(news.contains("New: 1"), news);
        assertTrue(get("/feed/news?lang=en&head=h2&after=" + last).body().isBlank());
    }

    /** Two hundred pages that never read: the engine goes on at once, and a page that reads is told. */
    @Test
    void whoDoesNotReadKeepsNobodyWaiting() throws Exception {
        List<HttpResponse<InputStream>> deaf = new java.util.ArrayList<>();
        for (int i = 0; i < 200; i++)
            deaf.add(browser.send(request("/feed/live").build(), HttpResponse.BodyHandlers.ofInputStream()));
        await().atMost(Duration.ofSeconds(20)).until(() -> served.pages.listeners() == 200);
        long began = System.nanoTime();
        for (int i = 0; i < 300; i++) {
            Instant then = served.hands.instant().minus(Duration.ofDays(12));
            served.live
                    .take(List.of(Served.deal(then, "X" + i, "s1", 700_0000L)))
                    .get();
        }
        long each = (System.nanoTime() - began) / 300;
        assertTrue(each < Duration.ofMillis(200).toNanos(), "each took " + each + " ns");
        for (HttpResponse<InputStream> each1 : deaf) each1.body().close();
        served.live
                .take(List.of(Served.deal(served.hands.instant().minus(Duration.ofDays(12)), "Y", "s1", 1)))
                .get();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            served.live
                    .act(
                            "s1",
                            Sight.EVERYTHING,
                            new norma.server.live.Act.Comment(served.number(STUCK + "D1"), null, "x"))
                    .get();
            return served.pages.listeners() == 0;
        });
    }

    private Decisions.Row decision(long deviation) {
        return served.store.read(tables -> tables.decisions().of(deviation)).get(0);
    }

    private HttpResponse<String> get(String address) throws Exception {
        return send(request(address));
    }

    private HttpResponse<String> post(String address, String form) throws Exception {
        return send(form(address, form));
    }

    private HttpRequest.Builder form(String address, String form) {
        return request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(served.address() + address)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
