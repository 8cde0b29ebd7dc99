package norma.server.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How often somebody may ask. A key is an account, a name that was typed, or the address of a socket; never a header. */
final class Limits {

    private static final int MOST_KEYS = 20_000;

    /**
     * @param burst so many at once
     * @param refill one more after each
     */
    record Limit(int burst, Duration refill) {}

    /** For whoever is known: a program may well send a hundred a second. */
    static final Limit KNOWN = new Limit(2_000, Duration.ofMillis(5));
    /** For an address that nobody is known from; a proxy before Norma is one address for all who come through it. */
    static final Limit ADDRESS = new Limit(300, Duration.ofMillis(50));
    /** For trying passwords on one name. */
    static final Limit NAME = new Limit(5, Duration.ofSeconds(30));
    /** For trying passwords from one address, whatever the name. */
    static final Limit SIGN_IN = new Limit(30, Duration.ofSeconds(2));

    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        /** Who has not asked for longest has a full bucket by now. */
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    };

    Limits(Clock clock) {
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** @throws Denied when it is too often */
    void take(Limit limit, String key) {
        ConsumptionProbe probe = bucket(limit, key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) throw Denied.tooOften(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(Limit limit, String key) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(limit + key, unused -> Bucket.builder()
                    .withCustomTimePrecision(time)
                    .addLimit(each -> each.capacity(limit.burst()).refillGreedy(1, limit.refill()))
                    .build());
        }
    }
}
