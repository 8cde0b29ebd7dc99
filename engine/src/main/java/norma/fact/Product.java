package norma.fact;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sold, and the line that it belongs to. Money, times and numbers may be undefined. */
public record Product(
        String id, @Nullable String title, @Nullable String line, long priceExact, Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named("product", Product.class, "Product", "Продукт")
            .choice("line", "line", Product::line, "product line", "продуктовая линейка")
            .money("price", Product::priceExact, "price", "цена")
            .made(v -> new Product(v.id(), v.words("title"), v.words("line"), v.whole("price"), v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable String getLine() {
        return line;
    }

    public @Nullable BigDecimal getPrice() {
        return Money.decimal(priceExact);
    }
}
