package norma.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Revenue that was earned: an order line, an invoice, a shipment. Money, times and numbers may be undefined. */
public record Sale(
        String id,
        @Nullable String title,
        @Nullable String client,
        @Nullable String deal,
        @Nullable String owner,
        @Nullable String product,
        long atMillis,
        long amountExact,
        double quantity,
        long discountExact,
        long returnedExact,
        long costExact,
        long profitExact,
        Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named("sale", Sale.class, "Sale", "Продажа")
            .reference("client", "client", Sale::client, "client", "клиент")
            .reference("deal", "deal", Sale::deal, "deal", "сделка")
            .reference("owner", "employee", Sale::owner, "seller", "продавец")
            .reference("product", "product", Sale::product, "product", "продукт")
            .time("at", Sale::atMillis, "date", "дата")
            .money("amount", Sale::amountExact, "revenue after discount", "выручка после скидки")
            .number("quantity", Sale::quantity, "quantity", "количество")
            .money("discount", Sale::discountExact, "discount", "скидка")
            .money("returned", Sale::returnedExact, "returned", "возвраты")
            .money("cost", Sale::costExact, "cost of goods", "себестоимость")
            .money("profit", Sale::profitExact, "profit", "прибыль")
            .made(v -> new Sale(
                    v.id(),
                    v.words("title"),
                    v.words("client"),
                    v.words("deal"),
                    v.words("owner"),
                    v.words("product"),
                    v.whole("at"),
                    v.whole("amount"),
                    v.number("quantity"),
                    v.whole("discount"),
                    v.whole("returned"),
                    v.whole("cost"),
                    v.whole("profit"),
                    v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable String getClient() {
        return client;
    }

    public @Nullable String getDeal() {
        return deal;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public @Nullable String getProduct() {
        return product;
    }

    public @Nullable Instant getAt() {
        return Values.instant(atMillis);
    }

    public @Nullable BigDecimal getAmount() {
        return Money.decimal(amountExact);
    }

    public double getQuantity() {
        return quantity;
    }

    public @Nullable BigDecimal getDiscount() {
        return Money.decimal(discountExact);
    }

    public @Nullable BigDecimal getReturned() {
        return Money.decimal(returnedExact);
    }

    public @Nullable BigDecimal getCost() {
        return Money.decimal(costExact);
    }

    public @Nullable BigDecimal getProfit() {
        return Money.decimal(profitExact);
    }
}
