package norma.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A target for a KPI, a scope and a period. Money, times and numbers may be undefined. */
public record Plan(
        String id,
        @Nullable String title,
        @Nullable String kpi,
        @Nullable String owner,
        @Nullable String team,
        long fromMillis,
        long toMillis,
        double target,
        long amountExact,
        Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named("plan", Plan.class, "Plan", "План")
            .words("kpi", Plan::kpi, "KPI", "показатель")
            .reference("owner", "employee", Plan::owner, "seller", "продавец")
            .reference("team", "team", Plan::team, "team", "команда")
            .time("from", Plan::fromMillis, "from", "с")
            .time("to", Plan::toMillis, "to", "по")
            .number("target", Plan::target, "target", "цель")
            .money("amount", Plan::amountExact, "target amount", "цель в деньгах")
            .made(v -> new Plan(
                    v.id(),
                    v.words("title"),
                    v.words("kpi"),
                    v.words("owner"),
                    v.words("team"),
                    v.whole("from"),
                    v.whole("to"),
                    v.number("target"),
                    v.whole("amount"),
                    v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable String getKpi() {
        return kpi;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public @Nullable String getTeam() {
        return team;
    }

    public @Nullable Instant getFrom() {
        return Values.instant(fromMillis);
    }

    public @Nullable Instant getTo() {
        return Values.instant(toMillis);
    }

    public double getTarget() {
        return target;
    }

    public @Nullable BigDecimal getAmount() {
        return Money.decimal(amountExact);
    }
}
