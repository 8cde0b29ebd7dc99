package norma.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines over two logarithmic axes as an SVG that can be read on light and on dark: there a straight line at a slope of one is
 * what grows as its cause does. A grey line of that slope goes through the first point of each line.
 */
final class Plot {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 80;
    private static final int RIGHT = 150;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final String[] COLOURS = {"#3b82c4", "#d9772b", "#3a9d5d", "#a45fc0", "#c94f5e"};

    private static final String STYLE = """
            <style>
              text { font: 13px sans-serif; fill: #333 }
              .title { font-size: 15px; font-weight: bold }
              .grid { stroke: #8884; stroke-width: 1 }
              .slope { stroke: #888; stroke-width: 1; stroke-dasharray: 3 4; fill: none }
              .line { stroke-width: 2; fill: none }
              @media (prefers-color-scheme: dark) { text { fill: #ddd } }
            </style>
            """;

    private record Point(double x, double y) {}

    private record Line(String name, List<Point> points) {}

    private final String title;
    private final String across;
    private final String up;
    private final List<Line> lines = new ArrayList<>();

    /**
     * @param across what the horizontal axis counts, with its unit
     * @param up what the vertical axis measures, with its unit
     */
    Plot(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** The same number of each, all above zero. */
    Plot line(String name, double[] x, double[] y) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < x.length; i++) points.add(new Point(x[i], y[i]));
        lines.add(new Line(name, List.copyOf(points)));
        return this;
    }

    void write(Path file) throws IOException {
        Files.writeString(file, svg());
    }

    String svg() {
        Scale x = Scale.of(lines.stream()
                .flatMap(line -> line.points.stream())
                .mapToDouble(Point::x)
                .toArray());
        Scale y = Scale.of(lines.stream()
                .flatMap(line -> line.points.stream())
                .mapToDouble(Point::y)
                .toArray());
        StringBuilder out = new StringBuilder();
        add(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">", WIDTH, HEIGHT);
        add(out, "<title>%s</title>", escaped(title));
        out.append(STYLE);
        add(out, "<text class=\"title\" x=\"%d\" y=\"22\">%s</text>", LEFT, escaped(title));
        grid(out, x, y);
        for (int i = 0; i < lines.size(); i++) line(out, lines.get(i), COLOURS[i % COLOURS.length], x, y);
        return out.append("</svg>\n").toString();
    }

    private void grid(StringBuilder out, Scale x, Scale y) {
        int bottom = HEIGHT - BOTTOM;
        for (double at : x.decades()) {
            add(out, "<path class=\"grid\" d=\"M%1$.1f %2$d V%3$d\"/>", across(x, at), TOP, bottom);
            add(
                    out,
                    "<text text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>",
                    across(x, at),
                    bottom + 18,
                    number(at));
        }
        for (double at : y.decades()) {
            add(out, "<path class=\"grid\" d=\"M%d %.1f H%d\"/>", LEFT, up(y, at), WIDTH - RIGHT);
            add(out, "<text text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>", LEFT - 6, up(y, at) + 4, number(at));
        }
        int middle = (LEFT + WIDTH - RIGHT) / 2;
        add(out, "<text text-anchor=\"middle\" x=\"%d\" y=\"%d\">%s</text>", middle, HEIGHT - 10, escaped(across));
        add(
                out,
                "<text text-anchor=\"middle\" transform=\"translate(18 %d) rotate(-90)\">%s</text>",
                (TOP + bottom) / 2,
                escaped(up));
    }

    private static void line(StringBuilder out, Line line, String colour, Scale x, Scale y) {
        Point first = line.points.get(0);
        Point last = line.points.get(line.points.size() - 1);
        double reach = Math.min(last.x, first.x * y.high / first.y);
        add(
                out,
                "<path class=\"slope\" d=\"M%.1f %.1f L%.1f %.1f\"/>",
                across(x, first.x),
                up(y, first.y),
                across(x, reach),
                up(y, first.y * reach / first.x));
        StringBuilder path = new StringBuilder();
        for (Point point : line.points)
            add(path, "%s%.1f %.1f", path.isEmpty() ? "M" : " L", across(x, point.x), up(y, point.y));
        add(
                out,
                "<path class=\"line\" stroke=\"%s\" d=\"%s\"/>",
                colour,
                path.toString().replace("\n", ""));
        for (Point point : line.points)
            add(
                    out,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>",
                    across(x, point.x),
                    up(y, point.y),
                    colour);
        add(
                out,
                "<text x=\"%.1f\" y=\"%.1f\" style=\"fill:%s\">%s</text>",
                across(x, last.x) + 8,
                up(y, last.y) + 4,
                colour,
                escaped(line.name));
    }

    private static double across(Scale scale, double value) {
        return LEFT + scale.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private static double up(Scale scale, double value) {
        return HEIGHT - BOTTOM - scale.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    /** Whole powers of ten around what is shown. */
    private record Scale(double low, double high) {

        static Scale of(double[] values) {
            double low = Double.MAX_VALUE;
            double high = 0;
            for (double value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            double from = Math.pow(10, Math.floor(Math.log10(low)));
            double to = Math.pow(10, Math.ceil(Math.log10(high)));
            return new Scale(from, to > from ? to : from * 10);
        }

        double share(double value) {
            return Math.log(value / low) / Math.log(high / low);
        }

        List<Double> decades() {
            List<Double> decades = new ArrayList<>();
            for (double at = low; at < high * 1.01; at *= 10) decades.add(at);
            return decades;
        }
    }

    private static String number(double value) {
        return value >= 1 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.1g", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void add(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
