package norma.benchmarks;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import norma.expression.Undefined;
import norma.fact.Change;
import norma.fact.Deal;
import org.jspecify.annotations.Nullable;

/**
 * One generated deal as a flat row: what a table holds, and what is handed to contenders that work on objects. Getters, since
 * hand-written rules read them.
 *
 * @param amount in ten-thousandths of the currency's unit
 * @param closedAt epoch milliseconds, as all times; {@link Undefined#LONG} where there is none
 */
public record DealRow(
        String id,
        String client,
        String segment,
        String owner,
        String team,
        String stage,
        String status,
        long amount,
        double probability,
        String kind,
        String channel,
        long createdAt,
        long stageEnteredAt,
        long expectedCloseAt,
        long closedAt,
        long nextStepAt) {

    static final String CSV_HEADER = "id,client,segment,owner,team,stage,status,amount,probability,kind,channel,"
            + "created_at,stage_entered_at,expected_close_at,closed_at,next_step_at";

    /** The whole deal, as so since before everything. */
    Change change() {
        return change(Change.START);
    }

    Change change(long at) {
        Map<String, @Nullable Object> set = new HashMap<>();
        set.put("client", client);
        set.put("owner", owner);
        set.put("pipeline", "sales");
        set.put("stage", stage);
        set.put("status", status);
        set.put("amount", amount);
        set.put("probability", probability);
        set.put("kind", kind);
        set.put("channel", channel);
        set.put("created_at", createdAt);
        set.put("stage_entered_at", stageEnteredAt);
        set.put("expected_close_at", defined(expectedCloseAt));
        set.put("closed_at", defined(closedAt));
        set.put("next_step_at", defined(nextStepAt));
        return new Change(Deal.TYPE, id, at, set);
    }

    private static @Nullable Long defined(long time) {
        return Undefined.is(time) ? null : (Long) time;
    }

    String csv() {
        return String.join(
                ",",
                id,
                client,
                segment,
                owner,
                team,
                stage,
                status,
                amount / 10_000 + "." + String.format("%02d", amount / 100 % 100),
                Double.toString(probability),
                kind,
                channel,
                csv(createdAt),
                csv(stageEnteredAt),
                csv(expectedCloseAt),
                csv(closedAt),
                csv(nextStepAt));
    }

    private static String csv(long time) {
        return Undefined.is(time) ? "" : Instant.ofEpochMilli(time).toString();
    }

    boolean isOpen() {
        return status.equals("open");
    }

    /** The deal after its stage and amount were set at one time: staying in a stage is no new beginning. */
    DealRow with(String nextStage, long nextAmount, long at) {
        return new DealRow(
                id,
                client,
                segment,
                owner,
                team,
                nextStage,
                status,
                nextAmount,
                probability,
                kind,
                channel,
                createdAt,
                nextStage.equals(stage) ? stageEnteredAt : at,
                expectedCloseAt,
                closedAt,
                nextStepAt);
    }

    public String getId() {
        return id;
    }

    public String getSegment() {
        return segment;
    }

    public String getStage() {
        return stage;
    }

    public String getStatus() {
        return status;
    }

    public long getAmount() {
        return amount;
    }

    public double getProbability() {
        return probability;
    }

    public String getKind() {
        return kind;
    }

    public String getChannel() {
        return channel;
    }

    public long getCreatedAt() {
        return createdAt;
    }

    public long getStageEnteredAt() {
        return stageEnteredAt;
    }

    public long getExpectedCloseAt() {
        return expectedCloseAt;
    }

    public long getNextStepAt() {
        return nextStepAt;
    }
}
