package norma.server.web;

import java.util.List;
import java.util.Optional;

/**
 * One deviation with everything that leads to it and around it.
 *
 * @param why empty for a rule in DRL, for a subject that is no fact, and for what is over
 * @param evidence what was read, where there is no more to tell
 * @param facts the subject, then the client
 * @param others what else stands about the same subject or client
 * @param before episodes of the same deviation that are over
 */
public record DeviationPage(
        Frame frame,
        Card card,
        List<Line> heading,
        Optional<Why> why,
        List<Line> evidence,
        List<Happened> history,
        List<Facts> facts,
        List<Other> others,
        List<Other> before,
        FeedPage.Days days) {

    public record Line(String name, String value) {}

    /** @param machine ISO 8601 */
    public record Happened(String machine, String at, String what, String said) {}

    public record Facts(String type, String title, List<Line> lines) {}

    public record Other(long number, boolean critical, String severity, String title, String subject, String message) {}
}
