package norma.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who showed interest and is no deal yet. Money, times and numbers may be undefined. */
public record Lead(
        String id,
        @Nullable String title,
        @Nullable String owner,
        @Nullable String channel,
        long createdAtMillis,
        @Nullable String status,
        long closedAtMillis,
        @Nullable String client,
        @Nullable String deal,
        long amountExact,
        Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named("lead", Lead.class, "Lead", "Лид")
            .reference("owner", "employee", Lead::owner, "seller", "продавец")
            .words("channel", Lead::channel, "channel", "канал")
            .time("created_at", Lead::createdAtMillis, "created", "создан")
            .choice("status", "lead.status", Lead::status, "status", "статус")
            .time("closed_at", Lead::closedAtMillis, "closed", "закрыт")
            .reference("client", "client", Lead::client, "client", "клиент")
            .reference("deal", "deal", Lead::deal, "deal", "сделка")
            .money("amount", Lead::amountExact, "amount", "сумма")
            .made(v -> new Lead(
                    v.id(),
                    v.words("title"),
                    v.words("owner"),
                    v.words("channel"),
                    v.whole("created_at"),
                    v.words("status"),
                    v.whole("closed_at"),
                    v.words("client"),
                    v.words("deal"),
                    v.whole("amount"),
                    v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public @Nullable String getChannel() {
        return channel;
    }

    public @Nullable Instant getCreatedAt() {
        return Values.instant(createdAtMillis);
    }

    public @Nullable String getStatus() {
        return status;
    }

    public @Nullable Instant getClosedAt() {
        return Values.instant(closedAtMillis);
    }

    public @Nullable String getClient() {
        return client;
    }

    public @Nullable String getDeal() {
        return deal;
    }

    public @Nullable BigDecimal getAmount() {
        return Money.decimal(amountExact);
    }
}
