package norma.server.demo;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Random numbers that are the same on every JDK.
 *
 * <p>The generator is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014), written
 * out because the library's bounded and normal draws are free to change between releases. Each theme rolls dice of its own
 * name, so a row added to one table leaves the others as they were.
 */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, String theme) {
        long mixed = seed;
        for (int i = 0; i < theme.length(); i++) {
            mixed = (mixed ^ theme.charAt(i)) * FNV_PRIME;
        }
        return new Dice(mixed);
    }

    private long next() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1). */
    double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * fraction();
    }

    /** Uniform among the whole numbers from low to high, both included. */
    int whole(int low, int high) {
        return low + (int) (fraction() * (high - low + 1));
    }

    boolean chance(double probability) {
        return fraction() < probability;
    }

    /** Log-normal with the given median; the normal draw is the sum of twelve uniforms less six. */
    double skewed(double median, double sigma) {
        double normal = -6;
        for (int i = 0; i < 12; i++) {
            normal += fraction();
        }
        return median * StrictMath.exp(sigma * normal);
    }

    <T> T pick(List<T> among) {
        return among.get(whole(0, among.size() - 1));
    }

    /** One of several, in proportion to its weight; the weights are not all zero. */
    <T> T pick(List<T> among, ToDoubleFunction<T> weight) {
        double total = 0;
        for (T each : among) {
            total += weight.applyAsDouble(each);
        }
        double left = fraction() * total;
        for (T each : among) {
            left -= weight.applyAsDouble(each);
            if (left < 0) {
                return each;
            }
        }
        return among.get(among.size() - 1);
    }
}
