package norma.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import norma.expression.Truth;
import org.jspecify.annotations.Nullable;

/** A company or person that buys, or may. Money, times and numbers may be undefined. */
public record Client(
        String id,
        @Nullable String title,
        @Nullable String segment,
        @Nullable String industry,
        @Nullable String territory,
        @Nullable String channel,
        @Nullable String size,
        @Nullable String owner,
        long sinceMillis,
        Truth keyTruth,
        long walletExact,
        @Nullable String walletSource,
        long walletAtMillis,
        long contractEndsAtMillis,
        @Nullable String loyalty,
        Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named("client", Client.class, "Client", "Клиент")
            .choice("segment", "segment", Client::segment, "segment", "сегмент")
            .words("industry", Client::industry, "industry", "отрасль")
            .words("territory", Client::territory, "territory", "территория")
            .words("channel", Client::channel, "channel", "канал")
            .choice("size", "size", Client::size, "size", "размер")
            .reference("owner", "employee", Client::owner, "account manager", "клиентский менеджер")
            .time("since", Client::sinceMillis, "client since", "клиент с")
            .truth("key", Client::keyTruth, "key client", "ключевой клиент")
            .money("wallet", Client::walletExact, "yearly purchases in the category", "закупки в категории за год")
            .words("wallet_source", Client::walletSource, "source of the wallet estimate", "источник оценки закупок")
            .time("wallet_at", Client::walletAtMillis, "date of the wallet estimate", "дата оценки закупок")
            .time("contract_ends_at", Client::contractEndsAtMillis, "end of the contract", "окончание договора")
            .words("loyalty", Client::loyalty, "loyalty", "лояльность")
            .made(v -> new Client(
                    v.id(),
                    v.words("title"),
                    v.words("segment"),
                    v.words("industry"),
                    v.words("territory"),
                    v.words("channel"),
                    v.words("size"),
                    v.words("owner"),
                    v.whole("since"),
                    v.truth("key"),
                    v.whole("wallet"),
                    v.words("wallet_source"),
                    v.whole("wallet_at"),
                    v.whole("contract_ends_at"),
                    v.words("loyalty"),
                    v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable String getSegment() {
        return segment;
    }

    public @Nullable String getIndustry() {
        return industry;
    }

    public @Nullable String getTerritory() {
        return territory;
    }

    public @Nullable String getChannel() {
        return channel;
    }

    public @Nullable String getSize() {
        return size;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public @Nullable Instant getSince() {
        return Values.instant(sinceMillis);
    }

    public boolean isKey() {
        return keyTruth == Truth.TRUE;
    }

    public @Nullable BigDecimal getWallet() {
        return Money.decimal(walletExact);
    }

    public @Nullable String getWalletSource() {
        return walletSource;
    }

    public @Nullable Instant getWalletAt() {
        return Values.instant(walletAtMillis);
    }

    public @Nullable Instant getContractEndsAt() {
        return Values.instant(contractEndsAtMillis);
    }

    public @Nullable String getLoyalty() {
        return loyalty;
    }
}
