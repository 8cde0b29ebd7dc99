package norma.server.notify;

import java.util.List;
import norma.server.report.Prose;

/** Lays out a letter, as text and as HTML that needs nothing from elsewhere. */
final class LetterPaper {

    private final Prose prose;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();

    LetterPaper(Prose prose) {
        this.prose = prose;
    }

    void heading(String said) {
        text.append(text.isEmpty() ? "" : "\n").append(said).append("\n\n");
        html.append("<h2 style=\"font-size:1.1em\">").append(escaped(said)).append("</h2>\n");
    }

    void lines(List<Line> lines) {
        html.append("<ul>\n");
        for (Line line : lines) {
            text.append("* ").append(line.title()).append("\n  ").append(line.text());
            text.append("\n  ").append(line.page()).append('\n');
            html.append("<li><a href=\"").append(escaped(line.page())).append("\">");
            html.append(escaped(line.title())).append("</a><br>").append(escaped(line.text()));
            html.append("</li>\n");
        }
        html.append("</ul>\n");
    }

    void link(String said, String page) {
        text.append(said).append(": ").append(page).append('\n');
        html.append("<p><a href=\"").append(escaped(page)).append("\">");
        html.append(escaped(said)).append("</a></p>\n");
    }

    /** @param route why it comes, @param stop where that is ended */
    Letter letter(String subject, String route, String stop) {
        String why = prose.say("You get this by the route “", "Вы получаете это по маршруту «")
                + route
                + prose.say("”.", "».");
        String end = prose.say("No more of these", "Больше не присылать");
        String small = "<p style=\"color:#666;font-size:.85em\">" + escaped(why) + " <a href=\"" + escaped(stop) + "\">"
                + escaped(end) + "</a></p>";
        String language = prose.russian() ? "ru" : "en";
        return new Letter(
                language,
                subject.replaceAll("\\s+", " "),
                text + "\n-- \n" + why + "\n" + end + ": " + stop + "\n",
                "<!DOCTYPE html>\n<html lang=\"" + language + "\"><head><meta charset=\"utf-8\"><title>"
                        + escaped(subject) + "</title></head>\n<body style=\"font-family:sans-serif\">\n" + html + small
                        + "\n</body></html>\n",
                stop);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
