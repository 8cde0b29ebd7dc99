package norma.fact;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One stay of a deal in one stage, made from the changes of the deal. Money, times and numbers may be undefined. */
public record Visit(
        String id,
        @Nullable String title,
        @Nullable String deal,
        @Nullable String stage,
        long enteredAtMillis,
        long leftAtMillis,
        double nth,
        @Nullable String client,
        @Nullable String owner,
        Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named("visit", Visit.class, "Visit", "Пребывание на этапе")
            .reference("deal", "deal", Visit::deal, "deal", "сделка")
            .choice("stage", "stage", Visit::stage, "stage", "этап")
            .time("entered_at", Visit::enteredAtMillis, "entered", "вход")
            .time("left_at", Visit::leftAtMillis, "left", "выход")
            .count("nth", Visit::nth, "visit to this stage", "который раз на этапе")
            .reference("client", "client", Visit::client, "client", "клиент")
            .reference("owner", "employee", Visit::owner, "seller", "продавец")
            .made(v -> new Visit(
                    v.id(),
                    v.words("title"),
                    v.words("deal"),
                    v.words("stage"),
                    v.whole("entered_at"),
                    v.whole("left_at"),
                    v.number("nth"),
                    v.words("client"),
                    v.words("owner"),
                    v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable String getDeal() {
        return deal;
    }

    public @Nullable String getStage() {
        return stage;
    }

    public @Nullable Instant getEnteredAt() {
        return Values.instant(enteredAtMillis);
    }

    public @Nullable Instant getLeftAt() {
        return Values.instant(leftAtMillis);
    }

    public double getNth() {
        return nth;
    }

    public @Nullable String getClient() {
        return client;
    }

    public @Nullable String getOwner() {
        return owner;
    }
}
