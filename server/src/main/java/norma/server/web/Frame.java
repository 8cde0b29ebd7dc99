package norma.server.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import norma.server.access.Caller;
import norma.server.access.Right;
import norma.server.report.Prose;
import norma.server.store.Sight;

/**
 * What surrounds a page: its reader's language, and where it is.
 *
 * @param prose words in the reader's language
 * @param room which of the rooms in the navigation this is
 * @param address path and query of this page
 * @param now epoch milliseconds
 * @param caller who reads; empty for somebody who is not known yet
 */
public record Frame(
        Prose prose, Locale locale, String room, String address, long now, Links links, Optional<Caller> caller) {

    /** The addresses of the files that every page needs. */
    public record Links(String style, String script, String htmx, String sign) {}

    /** @param id its room, @param href where it begins */
    public record Room(String id, String href, String title) {}

    public List<Room> rooms() {
        if (caller.isEmpty()) return List.of();
        return List.of(
                new Room("feed", "/", say("Deviations", "Отклонения")),
                new Room("decisions", "/decisions", say("Decisions", "Решения")),
                new Room("readings", "/readings", say("Readings", "Показатели")),
                new Room("definitions", "/definitions", say("Definitions", "Определения")));
    }

    /** Whether there is anything that whoever reads may do about deviations. */
    public boolean acts() {
        return caller.filter(each -> each.may(Right.ACT)).isPresent();
    }

    /** Whether whoever reads may do something about this one: of what is shown, not all is one's own. */
    public boolean acts(Card card) {
        return switch (reach()) {
            case EVERYTHING -> true;
            case TEAM -> isMe(card.owner().id()) || isMe(card.head().id());
            case OWN -> isMe(card.owner().id());
            case NOTHING -> false;
        };
    }

    /** Whether whoever reads may bring this to its end. */
    public boolean acts(Card.Step step) {
        return switch (reach()) {
            case EVERYTHING, TEAM -> true;
            case OWN -> isMe(step.who().id());
            case NOTHING -> false;
        };
    }

    private Sight.Reach reach() {
        return caller.map(each -> each.sight(Right.ACT).reach()).orElse(Sight.Reach.NOTHING);
    }

    private boolean isMe(String employee) {
        return !employee.isEmpty()
                && caller.filter(each -> each.employee().equals(employee)).isPresent();
    }

    /** Who is signed in, as the frame shows it; empty where nobody is asked who it is. */
    public Optional<Caller> signedIn() {
        return caller.filter(each -> each.proof() == Caller.Proof.SIGN_IN);
    }

    /** The name by which what is done is signed. */
    String me() {
        return caller.map(Caller::name).orElse("");
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
