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
            String forecast = v.words(FORECAST, this.forecast);
            String product = v.words(PRODUCT, this.product);
            String nextStep = v.words(NEXT_STEP, this.nextStep);
            long nextStepAt = v.whole(NEXT_STEP_AT, this.nextStepAt);
            double pushes = v.number(PUSHES, this.pushes);
            long peak = v.whole(PEAK_AMOUNT, kept);
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

    static final int TITLE = TYPE.place("title");
    static final int CLIENT = TYPE.place("client");
    static final int OWNER = TYPE.place("owner");
    static final int PIPELINE = TYPE.place("pipeline");
    static final int STAGE = TYPE.place("stage");
    static final int STATUS = TYPE.place("status");
    static final int AMOUNT = TYPE.place("amount");
    static final int PROBABILITY = TYPE.place("probability");
    static final int KIND = TYPE.place("kind");
    static final int CHANNEL = TYPE.place("channel");
    static final int CREATED_AT = TYPE.place("created_at");
    static final int STAGE_ENTERED_AT = TYPE.place("stage_entered_at");
    static final int EXPECTED_CLOSE_AT = TYPE.place("expected_close_at");
    static final int CLOSED_AT = TYPE.place("closed_at");
    static final int LOST_REASON = TYPE.place("lost_reason");
    static final int FORECAST = TYPE.place("forecast");
    static final int PRODUCT = TYPE.place("product");
    static final int NEXT_STEP = TYPE.place("next_step");
    static final int NEXT_STEP_AT = TYPE.place("next_step_at");
    static final int PUSHES = TYPE.place("pushes");
    static final int PEAK_AMOUNT = TYPE.place("peak_amount");

    /** Most stays as it is: it is handed over, and nothing is asked for by its name. */
    private Deal next(Values v) {
        long amount = v.whole(AMOUNT, amountExact);
        return new Deal(
                v.id(),
                v.words(TITLE, title),
                v.words(CLIENT, client),
                v.words(OWNER, owner),
                v.words(PIPELINE, pipeline),
                v.words(STAGE, stage),
                v.words(STATUS, status),
                amount,
                v.number(PROBABILITY, probability),
                v.words(KIND, kind),
                v.words(CHANNEL, channel),
                v.whole(CREATED_AT, createdAtMillis),
                v.whole(STAGE_ENTERED_AT, stageEnteredAtMillis),
                v.whole(EXPECTED_CLOSE_AT, expectedCloseAtMillis),
                v.whole(CLOSED_AT, closedAtMillis),
                v.words(LOST_REASON, lostReason),
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
