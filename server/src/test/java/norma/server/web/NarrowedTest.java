package norma.server.web;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import norma.server.store.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** The feed narrowed to what has been there for long, and to where much is at stake. */
class NarrowedTest {

    private static final String STUCK = "stuck/deal/";

    private final HttpClient http = HttpClient.newHttpClient();

    static Stream<Arguments> readers() {
        return Databases.each()
                .flatMap(database -> Stream.of(
                        Arguments.of(
                                database,
                                "en",
                                "Raised days ago, at least",
                                "At stake, at least",
                                "3 deviations",
                                "1 deviation"),
                        Arguments.of(
                                database,
                                "ru",
                                "Возникло дней назад, не меньше",
                                "Под угрозой, не меньше",
                                "3 отклонения",
                                "1 отклонение")));
    }

    /** D1 and D2 were raised eight days before D3; D1 is worth 5,000,000, D2 100,000, D3 700,000. */
    private static Served served(String database) throws Exception {
        Served served = Served.small(database);
        served.live
                .take(List.of(Served.deal(served.hands.instant(), "D3", "s2", 700_000_0000L)))
                .get();
        served.hands.pass(Duration.ofDays(8));
        until(() -> served.live.ask(engine -> engine.deviations().size()).get() == 3);
        return served;
    }

    @ParameterizedTest
    @MethodSource("readers")
    void inABrowser(
            String database, String language, String age, String stake, String three, String one, @TempDir Path profile)
            throws Exception {
        try (Browser browser = Browser.open(language, profile);
                Served served = served(database)) {
            browser.go(served.address());
            assertTrue(browser.text().contains(three), browser.text());
            browser.one("details.narrow summary").click();
            assertEquals(age, browser.one("label[for=by-age]").getText());
            assertEquals(stake, browser.one("label[for=by-stake]").getText());

            browser.one("#by-stake").sendKeys("700000", Keys.ENTER);
            until(() -> browser.all("article.card").size() == 2);
            assertTrue(browser.address().contains("stake=700000"), browser.address());
            browser.one("#by-age").sendKeys("5", Keys.ENTER);
            until(() -> browser.all("article.card").size() == 1);
            assertTrue(browser.text().contains(one), browser.text());
            assertTrue(browser.all("#d" + served.number(STUCK + "D1")).size() == 1, browser.text());
            assertEquals("5", browser.one("#by-age").getAttribute("value"), "the address keeps it");

            browser.one(".buttons a").click();
            until(() -> browser.all("article.card").size() == 3);
            assertEquals(List.of(), browser.complaints());
        }
    }

    @Test
    void byItsAddress() throws Exception {
        try (Served served = served(Databases.sqlite())) {
            long old = served.row(STUCK + "D1").raisedAt();
            long days = Duration.ofMillis(served.hands.millis() - old).toDays();
            assertTrue(get(served, "/?lang=en&age=" + days).contains("2 deviations"), "so old are the first two");
            assertTrue(get(served, "/?lang=en&age=" + (days + 1)).contains("Nothing of that kind."));
            assertTrue(get(served, "/?lang=en&stake=5000000").contains("1 deviation<"), "as much, or more");
            assertTrue(get(served, "/?lang=en&stake=5000001").contains("Nothing of that kind."));
            for (String nothing : List.of("", "-1", "much", "1000000", "99999999999999999999"))
                assertTrue(get(served, "/?lang=en&age=" + nothing).contains("3 deviations"), nothing);
        }
    }

    @Test
    void whatIsNewIsToldOnlyWhereItIsAskedFor() throws Exception {
        try (Served served = served(Databases.sqlite())) {
            long last = served.store.read(tables -> tables.events().last());
            served.live
                    .take(List.of(
                            Served.deal(served.hands.instant().minus(Duration.ofDays(20)), "D4", "s1", 900_0000L)))
                    .get();
            String news = "/feed/news?lang=en&after=" + last;
            assertTrue(get(served, news).contains("New: 1"), "with everything");
            assertTrue(get(served, news + "&stake=900").contains("New: 1"));
            assertFalse(get(served, news + "&stake=901").contains("New: 1"));
        }
    }

    private String get(Served served, String path) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(served.address().replaceAll("/$", "") + path))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static void until(Callable<Boolean> so) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(org.openqa.selenium.WebDriverException.class)
                .until(so);
    }
}
