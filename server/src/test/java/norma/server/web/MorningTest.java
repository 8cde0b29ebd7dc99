package norma.server.web;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import norma.server.store.Databases;
import norma.server.store.Decisions;
import norma.server.store.Review;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** A head's morning in a real Chromium: look, narrow, hold, decide, hear what is new, take notice of several, ask why. */
class MorningTest {

    private static final String STUCK = "stuck/deal/";

    /** Each language on each database. */
    static Stream<Arguments> mornings() {
        List<String> english = List.of(
                "en",
                "2 deviations",
                "On hold until 2026-03-19",
                "In progress",
                "New: 1",
                "Acknowledged",
                "8 working days");
        List<String> russian = List.of(
                "ru", "2 отклонения", "Отложено до 19.03.2026", "В работе", "Новых: 1", "Принято", "8 рабочих дней");
        return Stream.of(english, russian).flatMap(words -> Databases.each()
                .map(database -> Arguments.of(
                        Stream.concat(Stream.of(database), words.stream()).toArray())));
    }

    @ParameterizedTest
    @MethodSource("mornings")
    void fromTheFirstClickToAHeldAndADecidedDeviation(
            String database,
            String language,
            String count,
            String held,
            String begun,
            String fresh,
            String acknowledged,
            String value,
            @TempDir Path profile)
            throws Exception {
        try (Browser browser = Browser.open(language, profile);
                Served served = Served.small(database)) {
            browser.go(served.address());
            assertEquals(language, browser.one("html").getAttribute("lang"));
            assertTrue(browser.text().contains(count), browser.text());

            browser.one("details.narrow summary").click();
            browser.one("#by-head option[value=h1]").click();
            until(() -> browser.all("article.card").size() == 1);
            assertTrue(
                    browser.address().endsWith("/?group=head&head=h1")
                            || browser.address().endsWith("/?head=h1&group=head"),
                    browser.address());
            browser.go(served.address());

            long first = served.number(STUCK + "D1");
            browser.press("j");
            assertEquals("d" + first, browser.active().getAttribute("id"));
            browser.press("h");
            assertEquals("reason", browser.active().getAttribute("name"));
            browser.press("ждём бюджет", Keys.ENTER);
            until(() -> browser.one("#d" + first).getText().contains(held));
            Review review = served.row(STUCK + "D1").review();
            assertEquals(Review.State.HELD, review.state());
            assertEquals("ждём бюджет", review.reason());

            long second = served.number(STUCK + "D2");
            browser.one("#d" + second + " button[value=start]").click();
            until(() -> browser.one("#d" + second).getText().contains(begun));
            browser.one("#d" + second + " button[value=done]").click();
            until(() -> decision(served, second).state() == Decisions.State.DONE);

            assertFalse(browser.all("#news a").size() > 0, "nothing is new yet");
            Instant then = served.hands.instant().minus(Duration.ofDays(12));
            served.live.take(List.of(Served.deal(then, "D3", "s1", 900_0000L))).get();
            until(() -> !browser.all("#news a").isEmpty());
            assertTrue(
                    browser.one("#news").getText().contains(fresh),
                    browser.one("#news").getText());
            assertFalse(browser.text().contains("D3"), "the page does not jump");
            browser.press("n");
            until(() -> browser.text().contains("D3"));

            long third = served.number(STUCK + "D3");
            browser.one("#c" + second).click();
            browser.one("#c" + third).click();
            assertEquals("2", browser.one("#marked").getText());
            browser.one("#chosen button[value=acknowledge]").click();
            until(() -> served.row(STUCK + "D3").review().state() == Review.State.ACKNOWLEDGED);
            assertEquals(
                    Review.State.ACKNOWLEDGED, served.row(STUCK + "D2").review().state());
            until(() -> browser.one("#d" + third).getText().contains(acknowledged));

            browser.run("document.getElementById('d" + second + "').focus()");
            browser.enter();
            until(() -> browser.address().endsWith("/deviations/" + second));
            assertTrue(browser.text().contains(value), browser.text());
            assertTrue(browser.text().contains("stage_age_limit"), browser.text());
            assertEquals(List.of(), browser.complaints());
        }
    }

    private static Decisions.Row decision(Served served, long deviation) {
        return served.store.read(tables -> tables.decisions().of(deviation)).get(0);
    }

    private static void until(Callable<Boolean> so) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(org.openqa.selenium.WebDriverException.class)
                .until(so);
    }
}
