package norma.server.docs;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import norma.Engine;
import norma.deviation.Deviation;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.judge.DrlRules;
import org.jspecify.annotations.Nullable;

/** An engine over the prelude of the language's page and some definitions more, told what happens day by day in Moscow. */
final class Story implements AutoCloseable {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final Engine engine;

    private Story(Engine engine) {
        this.engine = engine;
    }

    static Story begins(String time, String definitions) {
        Example read = Example.read(definitions);
        return new Story(Engine.at(
                millis(time), read.standards().orElseThrow(() -> new AssertionError(read.printed())), DrlRules.none()));
    }

    /** Something becomes known now. A field is a text, a time, or a whole amount of money; null makes it undefined. */
    Story learns(String type, String id, @Nullable Object... fields) {
        engine.apply(List.of(change(type, id, engine.now(), fields)));
        return this;
    }

    Story comesTo(String time) {
        engine.advance(millis(time));
        return this;
    }

    /** What a head would see: rule, subject, severity, state and since, one line each. */
    List<String> sees() {
        List<String> lines = new ArrayList<>();
        for (Deviation deviation : engine.deviations())
            lines.add(deviation.rule() + " " + deviation.subject().id() + " "
                    + deviation.severity().word() + " since " + local(deviation.since()));
        return lines;
    }

    List<String> decides() {
        return engine.decisions().stream()
                .map(decision ->
                        decision.action() + " by " + decision.assignee().orElse("nobody") + " until "
                                + decision.due().map(Story::local).orElse("any time"))
                .toList();
    }

    private static Change change(String type, String id, long at, @Nullable Object... fields) {
        Map<String, @Nullable Object> set = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) set.put((String) fields[i], value(fields[i + 1]));
        return new Change(Catalogue.type(type).orElseThrow(), id, at, set);
    }

    private static @Nullable Object value(@Nullable Object written) {
        if (written instanceof Integer money) return money * 10_000L;
        return written instanceof String text && text.matches("\\d{4}-\\d{2}-\\d{2}T.*") ? millis(text) : written;
    }

    private static long millis(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant().toEpochMilli();
    }

    private static String local(long millis) {
        return java.time.Instant.ofEpochMilli(millis)
                .atZone(ZONE)
                .toLocalDateTime()
                .toString();
    }

    @Override
    public void close() {
        engine.close();
    }
}
