package norma.server.web;

import java.util.List;
import java.util.Locale;
import norma.server.report.Prose;

/**
 * What surrounds a page: its reader's language, and where it is.
 *
 * @param prose words in the reader's language
 * @param room which of the rooms in the navigation this is
 * @param address path and query of this page
 * @param now epoch milliseconds
 */
public record Frame(Prose prose, Locale locale, String room, String address, long now, Links links) {

    /** The addresses of the files that every page needs. */
    public record Links(String style, String script, String htmx, String sign) {}

    /** @param id its room, @param href where it begins */
    public record Room(String id, String href, String title) {}

    public List<Room> rooms() {
        return List.of(
                new Room("feed", "/", say("Deviations", "Отклонения")),
                new Room("decisions", "/decisions", say("Decisions", "Решения")),
                new Room("readings", "/readings", say("Readings", "Показатели")),
                new Room("definitions", "/definitions", say("Definitions", "Определения")));
    }

    public String say(String en, String ru) {
        return prose.say(en, ru);
    }

    public String language() {
        return locale.getLanguage();
    }

    public String otherLanguage() {
        return prose.russian() ? "en" : "ru";
    }

    /** This page in the other language. */
    public String inOtherLanguage() {
        String rest = Address.without(address, "lang");
        return rest + (rest.contains("?") ? "&" : "?") + "lang=" + otherLanguage();
    }
}
