package norma.fact;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Time in which a deal or client is on hold: it leaves the clock, and stays visible. Money, times and numbers may be undefined. */
public record Hold(
        String id,
        @Nullable String title,
        @Nullable String deal,
        @Nullable String client,
        long fromMillis,
        long toMillis,
        @Nullable String reason,
        Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named("hold", Hold.class, "Hold", "Пауза")
            .reference("deal", "deal", Hold::deal, "deal", "сделка")
            .reference("client", "client", Hold::client, "client", "клиент")
            .time("from", Hold::fromMillis, "from", "с")
            .time("to", Hold::toMillis, "to", "по")
            .words("reason", Hold::reason, "reason", "причина")
            .made(v -> new Hold(
                    v.id(),
                    v.words("title"),
                    v.words("deal"),
                    v.words("client"),
                    v.whole("from"),
                    v.whole("to"),
                    v.words("reason"),
                    v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable String getDeal() {
        return deal;
    }

    public @Nullable String getClient() {
        return client;
    }

    public @Nullable Instant getFrom() {
        return Values.instant(fromMillis);
    }

    public @Nullable Instant getTo() {
        return Values.instant(toMillis);
    }

    public @Nullable String getReason() {
        return reason;
    }
}
