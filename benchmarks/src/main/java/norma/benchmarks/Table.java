package norma.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import norma.benchmarks.Contest.Timing;

/** The outcome of contests in Markdown; each ratio is to the first contender of its contest. */
final class Table {

    private final StringBuilder text = new StringBuilder();

    Table() {
        text.append("| work | contender | median | 10 to 90 % of rounds | ratio |\n|---|---|---:|---:|---:|\n");
    }

    void add(String work, List<Timing> timings) {
        double first = timings.get(0).median();
        text.append(timings.stream()
                .map(timing -> String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s to %s | %.2f |%n",
                        work,
                        timing.name(),
                        time(timing.median()),
                        time(timing.low()),
                        time(timing.high()),
                        timing.median() / first))
                .collect(Collectors.joining()));
    }

    void add(String line) {
        text.append(line);
    }

    static String time(long nanos) {
        if (nanos < 1_000_000) return String.format(Locale.ROOT, "%.1f us", nanos / 1e3);
        if (nanos < 1_000_000_000L) return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
        return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
