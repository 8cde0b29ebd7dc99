package norma.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import norma.expression.Undefined;
import org.jspecify.annotations.Nullable;

/**
 * A sale being worked on: the unit of the funnel. Money, times and numbers may be undefined.
 *
 * @param seldom what most deals that are over do without
 */
public record Deal(
        String id,
        @Nullable String title,
        @Nullable String client,
        @Nullable String owner,
        @Nullable String pipeline,
        @Nullable String stage,
        @Nullable String status,
        long amountExact,
        double probability,
        @Nullable String kind,
        @Nullable String channel,
        long createdAtMillis,
        long stageEnteredAtMillis,
        long expectedCloseAtMillis,
        long closedAtMillis,
        @Nullable String lostReason,
        Seldom seldom)
        implements Fact {

    /**
     * Kept apart, since there are many deals that are over, and memory for them.
     *
     * @param peakIsNow whether the amount is the largest so far; then {@code peak} is of no meaning
     */
    record Seldom(
            @Nullable String forecast,
            @Nullable String product,
            @Nullable String nextStep,
            long nextStepAt,
            double pushes,
            boolean peakIsNow,
            long peak,
            Map<String, Object> attributes) {

        private static final Seldom NOTHING =
                new Seldom(null, null, null, Undefined.LONG, 0, true, Undefined.LONG, Map.of());

        /**
         * @param amount that the deal has now
         * @param kept the largest so far, if it stays that
         */
        Seldom next(Values v, long amount, long kept) {
            String forecast = v.words("forecast", this.forecast);
            String product = v.words("product", this.product);
            String nextStep = v.words("next_step", this.nextStep);
            long nextStepAt = v.whole("next_step_at", this.nextStepAt);
            double pushes = v.number("pushes", this.pushes);
            long peak = v.whole("peak_amount", kept);
            boolean peakIsNow = peak == amount;
            Map<String, Object> attributes = v.attributes();
            boolean isNothing = forecast == null
                    && product == null
                    && nextStep == null
                    && Undefined.is(nextStepAt)
                    && pushes == 0
                    && peakIsNow
                    && attributes.isEmpty();
            return isNothing
                    ? NOTHING
                    : new Seldom(
                            forecast,
                            product,
                            nextStep,
                            nextStepAt,
                            pushes,
                            peakIsNow,
                            peakIsNow ? Undefined.LONG : peak,
                            attributes);
        }
    }

    private static final Deal BLANK = new Deal(
            "",
            null,
            null,
            null,
            null,
            null,
            null,
            Undefined.LONG,
            Undefined.DOUBLE,
            null,
            null,
            Undefined.LONG,
            Undefined.LONG,
            Undefined.LONG,
            Undefined.LONG,
            null,
            new Seldom(null, null, null, Undefined.LONG, Undefined.DOUBLE, true, Undefined.LONG, Map.of()));

    public static final FactType TYPE = FactType.named("deal", Deal.class, "Deal", "Сделка")
            .reference("client", "client", Deal::client, "client", "клиент")
            .reference("owner", "employee", Deal::owner, "seller", "продавец")
            .choice("pipeline", "pipeline", Deal::pipeline, "pipeline", "воронка")
            .choice("stage", "stage", Deal::stage, "stage", "этап")
            .choice("status", "deal.status", Deal::status, "status", "статус")
            .money("amount", Deal::amountExact, "amount", "сумма")
            .percent("probability", Deal::probability, "probability", "вероятность")
            .choice("forecast", "deal.forecast", Deal::forecast, "forecast category", "категория прогноза")
            .reference("product", "product", Deal::product, "product", "продукт")
            .words("kind", Deal::kind, "kind of deal", "тип сделки")
            .words("channel", Deal::channel, "channel", "канал")
            .time("created_at", Deal::createdAtMillis, "created", "создана")
            .time("stage_entered_at", Deal::stageEnteredAtMillis, "stage entered", "вход на этап")
            .time("expected_close_at", Deal::expectedCloseAtMillis, "expected close", "ожидаемое закрытие")
            .time("closed_at", Deal::closedAtMillis, "closed", "закрыта")
            .words("next_step", Deal::nextStep, "next step", "следующий шаг")
            .time("next_step_at", Deal::nextStepAtMillis, "date of the next step", "дата следующего шага")
            .words("lost_reason", Deal::lostReason, "reason of the loss", "причина потери")
            .count("pushes", Deal::pushes, "times the close date was pushed", "переносов даты закрытия")
            .money("peak_amount", Deal::peakAmountExact, "largest amount so far", "наибольшая сумма")
            .made(v -> (v.before() instanceof Deal before ? before : BLANK).next(v));

    /** Most stays as it is: it is handed over, and need not be asked for by its name. */
    private Deal next(Values v) {
        long amount = v.whole("amount", amountExact);
        return new Deal(
                v.id(),
                v.words("title", title),
                v.words("client", client),
                v.words("owner", owner),
                v.words("pipeline", pipeline),
                v.words("stage", stage),
                v.words("status", status),
                amount,
                v.number("probability", probability),
                v.words("kind", kind),
                v.words("channel", channel),
                v.whole("created_at", createdAtMillis),
                v.whole("stage_entered_at", stageEnteredAtMillis),
                v.whole("expected_close_at", expectedCloseAtMillis),
                v.whole("closed_at", closedAtMillis),
                v.words("lost_reason", lostReason),
                seldom.next(v, amount, peakAmountExact()));
    }

    public @Nullable String forecast() {
        return seldom.forecast();
    }

    public @Nullable String product() {
        return seldom.product();
    }

    public @Nullable String nextStep() {
        return seldom.nextStep();
    }

    public long nextStepAtMillis() {
        return seldom.nextStepAt();
    }

    public double pushes() {
        return seldom.pushes();
    }

    public long peakAmountExact() {
        return seldom.peakIsNow() ? amountExact : seldom.peak();
    }

    @Override
    public Map<String, Object> attributes() {
        return seldom.attributes();
    }

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

    public @Nullable String getPipeline() {
        return pipeline;
    }

    public @Nullable String getStage() {
        return stage;
    }

    public @Nullable String getStatus() {
        return status;
    }

    public @Nullable BigDecimal getAmount() {
        return Money.decimal(amountExact);
    }

    public double getProbability() {
        return probability;
    }

    public @Nullable String getForecast() {
        return forecast();
    }

    public @Nullable String getProduct() {
        return product();
    }

    public @Nullable String getKind() {
        return kind;
    }

    public @Nullable String getChannel() {
        return channel;
    }

    public @Nullable Instant getCreatedAt() {
        return Values.instant(createdAtMillis);
    }

    public @Nullable Instant getStageEnteredAt() {
        return Values.instant(stageEnteredAtMillis);
    }

    public @Nullable Instant getExpectedCloseAt() {
        return Values.instant(expectedCloseAtMillis);
    }

    public @Nullable Instant getClosedAt() {
        return Values.instant(closedAtMillis);
    }

    public @Nullable String getNextStep() {
        return nextStep();
    }

    public @Nullable Instant getNextStepAt() {
        return Values.instant(nextStepAtMillis());
    }

    public @Nullable String getLostReason() {
        return lostReason;
    }

    public double getPushes() {
        return pushes();
    }

    public @Nullable BigDecimal getPeakAmount() {
        return Money.decimal(peakAmountExact());
    }
}
