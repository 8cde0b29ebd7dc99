package norma.server.web;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import norma.server.access.Register;
import norma.server.store.Role;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.StaleElementReferenceException;

/** In a real Chromium: the sign-in, what is seen by it, and the sign-out. */
class SignInTest {

    private static final String PASSWORD = "correct horse battery";

    @ParameterizedTest
    @CsvSource({"en, head, Name and password do not match, false", "ru, руководитель, Имя и пароль не подходят, true"})
    void aHeadSignsInSeesHisTeamAndSignsOut(
            String language, String role, String wrong, boolean dark, @TempDir Path profile) throws Exception {
        try (Browser browser = Browser.open(language, profile);
                Served served = Served.small()) {
            new Register(served.store, served.hands).add("olga", Role.HEAD, "h1", PASSWORD.toCharArray());
            browser.dark(dark);
            browser.go(served.address() + "/deviations/" + served.number("stuck/deal/D1"));
            assertTrue(browser.address().contains("/sign-in?next=%2Fdeviations%2F"), browser.address());
            assertEquals(List.of(), browser.serious());
            picture(browser, "sign-in-" + language);

            signIn(browser, "wrong wrong wrong");
            shown(() -> browser.text().contains(wrong));
            assertEquals(List.of(), browser.serious());
            picture(browser, "sign-in-wrong-" + language);

            signIn(browser, PASSWORD);
            shown(() -> browser.address().endsWith("/deviations/" + served.number("stuck/deal/D1")));
            browser.go(served.address() + "/");
            assertTrue(
                    browser.one("header").getText().contains("olga " + role),
                    browser.one("header").getText());
            assertTrue(browser.text().contains("D1"), browser.text());
            assertFalse(browser.text().contains("D2"), browser.text());
            assertEquals(List.of(), browser.serious());
            picture(browser, "signed-in-" + language);
            browser.narrow(400, 900);
            assertTrue(((Number) browser.run("return document.documentElement.scrollWidth")).intValue() <= 400);
            picture(browser, "signed-in-narrow-" + language);

            browser.one(".me button").click();
            shown(() -> browser.address().endsWith("/sign-in"));
            browser.go(served.address() + "/");
            assertTrue(browser.address().contains("/sign-in"), browser.address());
        }
    }

    /** A click returns before the next page is there. */
    private static void shown(Callable<Boolean> page) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(StaleElementReferenceException.class)
                .until(page);
    }

    private static void signIn(Browser browser, String password) {
        browser.one("#name").clear();
        browser.one("#name").sendKeys("olga");
        browser.one("#password").sendKeys(password);
        browser.one(".signin button").click();
    }

    private static void picture(Browser browser, String name) throws java.io.IOException {
        String folder = System.getProperty("norma.pictures");
        if (folder != null) browser.picture(Path.of(folder, name + ".png"));
    }
}
