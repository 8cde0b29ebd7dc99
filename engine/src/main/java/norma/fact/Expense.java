package norma.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cost of selling that no single client caused. Money, times and numbers may be undefined. */
public record Expense(
        String id,
        @Nullable String title,
        long atMillis,
        @Nullable String category,
        @Nullable String department,
        long amountExact,
        Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named("expense", Expense.class, "Expense", "Расход")
            .time("at", Expense::atMillis, "date", "дата")
            .words("category", Expense::category, "category", "статья")
            .words("department", Expense::department, "department", "отдел")
            .money("amount", Expense::amountExact, "amount", "сумма")
            .made(v -> new Expense(
                    v.id(),
                    v.words("title"),
                    v.whole("at"),
                    v.words("category"),
                    v.words("department"),
                    v.whole("amount"),
                    v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable Instant getAt() {
        return Values.instant(atMillis);
    }

    public @Nullable String getCategory() {
        return category;
    }

    public @Nullable String getDepartment() {
        return department;
    }

    public @Nullable BigDecimal getAmount() {
        return Money.decimal(amountExact);
    }
}
