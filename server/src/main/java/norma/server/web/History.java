package norma.server.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import norma.server.report.Prose;
import norma.server.report.Told;
import norma.server.store.Events;
import org.jspecify.annotations.Nullable;

/** Tells what happened to a deviation, the latest first. */
final class History {

    private final Prose prose;
    private final Cards cards;

    History(Prose prose, Cards cards) {
        this.prose = prose;
        this.cards = cards;
    }

    /** Who did it; null for what nobody did. */
    static @Nullable String by(Events.Event event) {
        Told told = Told.of(event.body());
        return told.has("by") ? told.word("by") : null;
    }

    /** Of changes one after the other only the last is told. */
    List<DeviationPage.Happened> of(List<Events.Event> events) {
        List<DeviationPage.Happened> told = new ArrayList<>();
        for (int i = events.size() - 1; i >= 0; i--) {
            Events.Event event = events.get(i);
            boolean again = i + 1 < events.size()
                    && event.kind().equals("changed")
                    && events.get(i + 1).kind().equals("changed");
            if (!again) told.add(happened(event));
        }
        return told;
    }

    private DeviationPage.Happened happened(Events.Event event) {
        Told told = Told.of(event.body());
        return new DeviationPage.Happened(
                Instant.ofEpochMilli(event.at())
                        .atZone(prose.zone())
                        .toOffsetDateTime()
                        .toString(),
                prose.moment(event.at()),
                Prose.sentence(what(event.kind())) + who(told),
                said(event.kind(), told));
    }

    private String who(Told told) {
        return told.has("by") ? " · " + cards.who(told.word("by")) : "";
    }

    private String what(String kind) {
        return switch (kind) {
            case "raised" -> prose.say("raised", "обнаружено");
            case "worsened" -> prose.say("became critical", "стало критичным");
            case "eased" -> prose.say("is no longer critical", "больше не критично");
            case "changed" -> prose.say("changed", "изменилось");
            case "recovering" -> prose.say("recovering", "возвращается к норме");
            case "back" -> prose.say("is so again", "снова не в норме");
            case "cleared" -> prose.say("over", "закончилось");
            case "new" -> prose.say("to be looked at again", "снова требует внимания");
            case "acknowledged" -> prose.say("acknowledged", "принято к сведению");
            case "held" -> prose.say("put on hold", "отложено");
            case "dismissed" -> prose.say("dismissed", "закрыто без действий");
            case "decided" -> prose.say("a decision is called for", "предложено решение");
            case "in_progress" -> prose.say("the decision is in progress", "решение взято в работу");
            case "done" -> prose.say("the decision is carried out", "решение выполнено");
            case "rejected" -> prose.say("the decision is rejected", "решение отклонено");
            case "open" -> prose.say("the decision is open again", "решение снова открыто");
            case "assigned" -> prose.say("the decision is given to somebody else", "решение передано");
            case "effect" -> prose.say("the effect is checked", "проверен результат");
            case "comment" -> prose.say("comment", "комментарий");
            default -> kind;
        };
    }

    private String said(String kind, Told told) {
        return switch (kind) {
            case "raised", "worsened", "eased", "changed", "back", "recovering" ->
                told.has("message") ? told.message(prose) : "";
            case "decided" -> Prose.sentence(prose.action(told.word("action")));
            case "effect" -> Prose.sentence(cards.effect(told.word("effect")));
            case "held" -> until(told) + told.word("reason");
            case "assigned" -> cards.who(told.word("text"));
            default -> told.has("reason") ? told.word("reason") : told.has("text") ? told.word("text") : "";
        };
    }

    private String until(Told told) {
        if (!told.has("until")) return "";
        long at = java.time.OffsetDateTime.parse(told.word("until")).toInstant().toEpochMilli();
        return prose.say("Until ", "До ") + prose.date(at) + ". ";
    }
}
