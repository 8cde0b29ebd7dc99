package norma.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Values one after the other as a line, over 1000 by 100.
 *
 * @param lines each a run without gaps: what is undefined is not drawn
 * @param dots of runs of one
 * @param said the same in words
 * @param range the least and the greatest value, in words
 */
public record Trend(List<String> lines, List<Dot> dots, String first, String last, String said, String range) {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 100;
    private static final double MARGIN = 6;

    public record Dot(String x, String y) {}

    /** @param values NaN where there is none; two at least have one */
    static Trend of(List<Double> values, String first, String last, String said, String range) {
        double low = values.stream()
                .filter(v -> !v.isNaN())
                .mapToDouble(v -> v)
                .min()
                .orElse(0);
        double high = values.stream()
                .filter(v -> !v.isNaN())
                .mapToDouble(v -> v)
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        List<Dot> run = new ArrayList<>();
        for (int i = 0; i <= values.size(); i++) {
            if (i < values.size() && !values.get(i).isNaN()) {
                double x = MARGIN + (WIDTH - 2 * MARGIN) * i / Math.max(1, values.size() - 1);
                double share = high == low ? 0.5 : (values.get(i) - low) / (high - low);
                run.add(new Dot(decimal(x), decimal(HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * share)));
                continue;
            }
            if (run.size() == 1) dots.add(run.get(0));
            if (run.size() > 1)
                lines.add(String.join(
                        " ", run.stream().map(dot -> dot.x() + "," + dot.y()).toList()));
            run.clear();
        }
        return new Trend(lines, dots, first, last, said, range);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
