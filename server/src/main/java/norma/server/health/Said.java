package norma.server.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import norma.diagnostics.Text;
import norma.server.store.Workings;

/** What an event about the workings says, in both languages. */
final class Said {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter RU = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    private Said() {}

    static String failing(Workings.Failing failing) {
        return rule(
                failing,
                new Text(
                        "Cases that cannot be judged: " + failing.cases() + ". " + failing.reason(),
                        "Случаев, которые не удаётся проверить: " + failing.cases() + ". " + failing.reason()));
    }

    static String mended(Workings.Failing failing) {
        return rule(failing, new Text("Every case is judged again.", "Снова проверяются все случаи."));
    }

    private static String rule(Workings.Failing failing, Text reason) {
        ObjectNode body = JSON.createObjectNode();
        body.put("rule", failing.rule()).put("cases", failing.cases());
        return with(body, reason);
    }

    /** @param title of the type of fact, @param zone of the firm */
    static String arrival(Workings.Arrival arrival, Text title, boolean late, ZoneId zone) {
        ObjectNode body = JSON.createObjectNode();
        body.put("type", arrival.type())
                .put("last_at", Instant.ofEpochMilli(arrival.lastAt()).toString());
        body.putObject("title").put("en", title.en()).put("ru", title.ru());
        Text last = last(arrival, title, zone);
        String longest = arrival.longest() == 0
                ? ""
                : String.valueOf(Duration.ofMillis(arrival.longest()).toHours());
        boolean known = late && !longest.isEmpty();
        return with(
                body,
                new Text(
                        last.en() + (known ? " The longest break of the last 30 days was " + longest + " h." : ""),
                        last.ru() + (known ? " Самый долгий перерыв за последние 30 дней — " + longest + " ч." : "")));
    }

    static Text last(Workings.Arrival arrival, Text title, ZoneId zone) {
        var at = Instant.ofEpochMilli(arrival.lastAt()).atZone(zone);
        return new Text(
                title.en() + ": the last data came on " + EN.format(at) + ".",
                title.ru() + ": последние данные пришли " + RU.format(at) + ".");
    }

    static Text noneSince(Workings.Arrival arrival, Text title, ZoneId zone) {
        var at = Instant.ofEpochMilli(arrival.lastAt()).atZone(zone);
        return new Text(
                title.en() + ": no new data since " + EN.format(at) + ".",
                title.ru() + ": новых данных нет с " + RU.format(at) + ".");
    }

    private static String with(ObjectNode body, Text reason) {
        body.putObject("reason").put("en", reason.en()).put("ru", reason.ru());
        return body.toString();
    }
}
