package norma.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Contenders that do the same work in turns. */
final class Contest {

    private final Map<String, Callable<?>> contenders = new LinkedHashMap<>();
    private Round afterRound = () -> {};

    Contest with(String name, Callable<?> work) {
        contenders.put(name, work);
        return this;
    }

    /** What is done between two rounds, outside of all times. */
    Contest after(Round each) {
        afterRound = each;
        return this;
    }

    interface Round {
        void end() throws Exception;
    }

    /**
     * Before each turn garbage is collected, so that nobody's time holds what another one left.
     *
     * @param warmups rounds that are not counted
     * @return the time of each contender, in the order in which they were named
     */
    List<Timing> run(int warmups, int rounds) throws Exception {
        Map<String, long[]> times = new LinkedHashMap<>();
        contenders.keySet().forEach(name -> times.put(name, new long[rounds]));
        for (int round = -warmups; round < rounds; round++) {
            for (var contender : contenders.entrySet()) {
                System.gc();
                long start = System.nanoTime();
                contender.getValue().call();
                long took = System.nanoTime() - start;
                long[] counted = times.get(contender.getKey());
                if (round >= 0 && counted != null) counted[round] = took;
            }
            afterRound.end();
        }
        List<Timing> timings = new ArrayList<>();
        times.forEach((name, nanos) -> timings.add(Timing.of(name, nanos)));
        return List.copyOf(timings);
    }

    /**
     * @param low the time that a tenth of the rounds stayed under, in nanoseconds
     * @param high the time that nine tenths of the rounds stayed under
     */
    record Timing(String name, long median, long low, long high) {

        /** With the time that all but a hundredth stayed under in the name. */
        static Timing withTail(String name, long[] nanos) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            long tail = sorted[(int) (sorted.length * 0.99)];
            return of(name + ", 99 % within " + Table.time(tail), nanos);
        }

        static Timing of(String name, long[] nanos) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Timing(
                    name,
                    sorted[sorted.length / 2],
                    sorted[sorted.length / 10],
                    sorted[Math.min(sorted.length - 1, sorted.length * 9 / 10)]);
        }
    }
}
