package norma.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page of the demo company in a real Chromium, in English on dark and in Russian on light: nothing serious for a
 * screen reader, nothing that the content policy stopped, nothing wider than a telephone. With {@code
 * -Dnorma.pictures=DIR} each is kept as a picture.
 */
class LookTest {

    private static Served served;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Browser.open("en", folder.resolve("probe")).close();
        served = Served.demo(folder.resolve("demo"));
    }

    @AfterAll
    static void stop() {
        if (served != null) served.close();
    }

    private static List<String> addresses() {
        long deal = served
                .store
                .read(tables -> tables.deviations().page(norma.server.store.Deviations.Filter.STANDING, null, 1000))
                .stream()
                .filter(row -> row.rule().equals("deal_stuck"))
                .findFirst()
                .orElseThrow()
                .number();
        return List.of(
                "/",
                "/?group=rule",
                "/deviations/" + deal,
                "/decisions",
                "/readings",
                "/readings/won_amount",
                "/definitions");
    }

    @Test
    void everyPageIsFitToBeLookedAt(@TempDir Path profiles) throws IOException {
        List<String> wrong = new ArrayList<>();
        String pictures = System.getProperty("norma.pictures");
        for (String language : List.of("en", "ru")) {
            try (Browser browser = Browser.open(language, profiles.resolve(language))) {
                int page = 0;
                for (String address : addresses()) {
                    page++;
                    browser.go(served.address() + address);
                    assertTrue(browser.title().endsWith("Norma"), browser.title());
                    boolean dark = language.equals("en");
                    browser.dark(dark);
                    browser.serious().forEach(found -> wrong.add(language + " " + address + ": " + found));
                    picture(browser, pictures, page, address, language, 1280);
                    picture(browser, pictures, page, address, language + "-narrow", 400);
                    Object wide = browser.run("return document.documentElement.scrollWidth");
                    if (((Number) wide).intValue() > 400) wrong.add(language + " " + address + " is " + wide + " wide");
                    browser.narrow(1280, 900);
                    browser.complaints().forEach(said -> wrong.add(language + " " + address + ": " + said));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static void picture(Browser browser, String folder, int page, String address, String name, int width)
            throws IOException {
        browser.narrow(width, width == 400 ? 1600 : 1300);
        if (folder == null) return;
        String file = page + address.replaceAll("[^a-z]+", "-") + "-" + name + ".png";
        browser.picture(Path.of(folder, file));
    }
}
