package norma.server.feed;

import java.util.List;
import norma.server.report.Prose;

/**
 * What one reader asked for.
 *
 * @param prose in the reader's language
 * @param id stays the same for the same question
 * @param home the page for people, @param self this very feed, both absolute
 * @param next where older items are; empty where there are none
 * @param at when the newest item came, epoch milliseconds; 0 without items
 */
record Feed(Prose prose, String id, String home, String self, String next, long at, List<Item> items) {

    String title() {
        return prose.say("Norma: deviations", "Норма: отклонения");
    }

    String language() {
        return prose.russian() ? "ru" : "en";
    }
}
