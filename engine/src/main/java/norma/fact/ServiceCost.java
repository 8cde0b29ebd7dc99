package norma.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What serving a client cost: driver times rate. Money, times and numbers may be undefined. */
public record ServiceCost(
        String id,
        @Nullable String title,
        @Nullable String client,
        @Nullable String owner,
        long atMillis,
        @Nullable String driver,
        double quantity,
        long rateExact,
        long amountExact,
        Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named(
                    "service_cost", ServiceCost.class, "Service cost", "Затраты на обслуживание")
            .reference("client", "client", ServiceCost::client, "client", "клиент")
            .reference("owner", "employee", ServiceCost::owner, "seller", "продавец")
            .time("at", ServiceCost::atMillis, "date", "дата")
            .words("driver", ServiceCost::driver, "cost driver", "драйвер затрат")
            .number("quantity", ServiceCost::quantity, "quantity", "количество")
            .money("rate", ServiceCost::rateExact, "rate", "ставка")
            .money("amount", ServiceCost::amountExact, "amount", "сумма")
            .made(v -> new ServiceCost(
                    v.id(),
                    v.words("title"),
                    v.words("client"),
                    v.words("owner"),
                    v.whole("at"),
                    v.words("driver"),
                    v.number("quantity"),
                    v.whole("rate"),
                    v.whole("amount"),
                    v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable String getClient() {
        return client;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public @Nullable Instant getAt() {
        return Values.instant(atMillis);
    }

    public @Nullable String getDriver() {
        return driver;
    }

    public double getQuantity() {
        return quantity;
    }

    public @Nullable BigDecimal getRate() {
        return Money.decimal(rateExact);
    }

    public @Nullable BigDecimal getAmount() {
        return Money.decimal(amountExact);
    }
}
