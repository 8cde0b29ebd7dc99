package norma.server.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import norma.server.live.Act;
import norma.server.store.Decisions;
import norma.server.store.Review;
import org.jspecify.annotations.Nullable;

/** What somebody sends by a page: read, or refused in words. */
final class Form {

    private static final int LONGEST = 2_000;

    private final Context request;
    private final Frame frame;

    Form(Context request, Frame frame) {
        this.request = request;
        this.frame = frame;
    }

    String act() {
        return word("act");
    }

    String back() {
        return Address.back(request.formParam("back"), "/");
    }

    /** Whether a script asks for a part of a page, and not a browser for a page. */
    boolean partly() {
        return "true".equals(request.header("HX-Request"));
    }

    List<Long> chosen() {
        List<Long> numbers = request.formParams("deviation").stream()
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
        if (numbers.isEmpty())
            throw new Refused(frame.say("Choose at least one deviation.", "Отметьте хотя бы одно отклонение."));
        return numbers;
    }

    /** What is to be done about deviations. */
    Act about(List<Long> numbers) {
        return switch (act()) {
            case "acknowledge" -> new Act.Acknowledge(numbers);
            case "hold" -> new Act.Hold(numbers, until(), awaited(), reason());
            case "dismiss" -> new Act.Dismiss(numbers, reason());
            case "comment" -> new Act.Comment(numbers.get(0), null, text());
            default -> throw unknown();
        };
    }

    /** What is to be done about a decision. */
    Act about(long decision) {
        if (act().equals("comment")) return new Act.Comment(null, decision, text());
        if (act().equals("assign")) return new Act.Assign(decision, word("employee"));
        return progress(decision);
    }

    boolean isAboutDecisions() {
        return List.of("start", "done", "reject").contains(act());
    }

    Act progress(long decision) {
        return switch (act()) {
            case "start" -> new Act.Progress(decision, Decisions.State.IN_PROGRESS, null);
            case "done" -> new Act.Progress(decision, Decisions.State.DONE, null);
            case "reject" -> new Act.Progress(decision, Decisions.State.REJECTED, reason());
            default -> throw unknown();
        };
    }

    private Refused unknown() {
        return new Refused(frame.say("There is nothing like that to be done.", "Такого действия нет."));
    }

    /** A hold is over when that day begins. */
    private long until() {
        try {
            LocalDate day = LocalDate.parse(word("until"));
            long at = day.atStartOfDay(frame.prose().zone()).toInstant().toEpochMilli();
            if (at > frame.now()) return at;
        } catch (DateTimeException e) {
            throw new Refused(frame.say("Say until which day.", "Укажите, до какого дня отложить."));
        }
        throw new Refused(frame.say("A hold ends later than today.", "Отложить можно только на будущий день."));
    }

    private Review.@Nullable Awaited awaited() {
        return Review.Awaited.of(word("awaited")).orElse(null);
    }

    private String reason() {
        return said("reason", frame.say("A reason is needed.", "Нужна причина."));
    }

    private String text() {
        return said("text", frame.say("The comment is empty.", "Комментарий пуст."));
    }

    private String said(String name, String otherwise) {
        String said = word(name);
        if (said.isEmpty()) throw new Refused(otherwise);
        if (said.length() > LONGEST)
            throw new Refused(
                    frame.say("That is too long: 2,000 letters at most.", "Слишком длинно: не более 2000 знаков."));
        return said;
    }

    private String word(String name) {
        String value = request.formParam(name);
        return value == null ? "" : value.strip();
    }
}
