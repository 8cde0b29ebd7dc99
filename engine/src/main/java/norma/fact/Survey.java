package norma.fact;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A satisfaction score that a client gave. Money, times and numbers may be undefined. */
public record Survey(
        String id,
        @Nullable String title,
        @Nullable String client,
        long atMillis,
        double score,
        Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named("survey", Survey.class, "Survey", "Оценка удовлетворённости")
            .reference("client", "client", Survey::client, "client", "клиент")
            .time("at", Survey::atMillis, "date", "дата")
            .number("score", Survey::score, "score", "оценка")
            .made(v -> new Survey(
                    v.id(), v.words("title"), v.words("client"), v.whole("at"), v.number("score"), v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable String getClient() {
        return client;
    }

    public @Nullable Instant getAt() {
        return Values.instant(atMillis);
    }

    public double getScore() {
        return score;
    }
}
