package norma.server.report;

import java.util.ArrayList;
import java.util.List;

/** A page of fixed width that text is laid out on. */
final class Sheet {

    static final int WIDTH = 112;

    private final StringBuilder out = new StringBuilder();
    private final boolean coloured;

    Sheet(boolean coloured) {
        this.coloured = coloured;
    }

    Sheet blank() {
        out.append('\n');
        return this;
    }

    Sheet add(String text) {
        return add(Paint.PLAIN, text);
    }

    /** Continues the line. */
    Sheet add(Paint paint, String text) {
        out.append(paint.over(text, coloured));
        return this;
    }

    /** Ends the line; blanks before its end are dropped. */
    Sheet end() {
        int length = out.length();
        while (length > 0 && out.charAt(length - 1) == ' ') length--;
        out.setLength(length);
        out.append('\n');
        return this;
    }

    Sheet line(String text) {
        return line(Paint.PLAIN, text);
    }

    Sheet line(Paint paint, String text) {
        return add(paint, text).end();
    }

    /** A section begins: its name, and a rule to the edge of the page. */
    Sheet section(String name) {
        blank();
        int rule = Math.max(3, WIDTH - name.length() - 1);
        return add(Paint.BOLD, name).add(Paint.DIM, " " + "─".repeat(rule)).end();
    }

    /** As many lines as it takes, each behind the indent. */
    Sheet paragraph(Paint paint, String indent, String text) {
        for (String line : wrapped(text, WIDTH - indent.length())) add(indent).line(paint, line);
        return this;
    }

    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (!line.isEmpty()) line.append(' ');
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    static String left(String text, int width) {
        String fitting = fit(text, width);
        return fitting + " ".repeat(width - fitting.length());
    }

    static String right(String text, int width) {
        String fitting = fit(text, width);
        return " ".repeat(width - fitting.length()) + fitting;
    }

    /** Cut, with a sign that it is, where it is too long. */
    static String fit(String text, int width) {
        return text.length() <= width
                ? text
                : text.substring(0, Math.max(0, width - 1)).stripTrailing() + "…";
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
