package norma.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import norma.fact.Deal;
import norma.fact.Money;

/** Deals as they come, from a seed: some without an amount, an owner or a date, some dated ahead. */
final class RandomDeals {

    private static final long DAY = 86_400_000;

    private final Random random;
    private final long around;

    RandomDeals(long seed, long around) {
        this.random = new Random(seed);
        this.around = around;
    }

    Random random() {
        return random;
    }

    Deal next(int ids) {
        Map<String, Object> values = new HashMap<>();
        maybe(values, "owner", 0.9, "e" + random.nextInt(4));
        maybe(values, "client", 0.9, "c" + random.nextInt(7));
        maybe(values, "stage", 1, "s" + random.nextInt(3));
        maybe(values, "amount", 0.9, (random.nextInt(40_000) - 2_000L) * Money.UNIT / 3);
        maybe(values, "peak_amount", 0.9, (long) random.nextInt(40_000) * Money.UNIT);
        maybe(values, "probability", 0.9, random.nextInt(100) / 100.0);
        maybe(values, "pushes", 0.9, (double) random.nextInt(6));
        long created = around - random.nextInt(130) * DAY + random.nextInt(15) * DAY + random.nextInt((int) DAY);
        maybe(values, "created_at", 0.95, created);
        String status = new String[] {"open", "won", "lost"}[random.nextInt(3)];
        values.put("status", status);
        if (!status.equals("open")) values.put("closed_at", created + random.nextInt(60) * DAY - DAY);
        return (Deal) Deal.TYPE.make("D" + random.nextInt(ids), values);
    }

    private void maybe(Map<String, Object> values, String field, double chance, Object value) {
        if (random.nextDouble() < chance) values.put(field, value);
    }
}
