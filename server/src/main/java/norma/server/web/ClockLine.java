package norma.server.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import norma.Elapsed;
import norma.calendar.Stretch;
import norma.server.report.Days;
import norma.server.report.Outcomes;
import norma.server.report.Prose;

/**
 * What a clock counted, as a line of days.
 *
 * @param bars from left to right over {@link #WIDTH}
 * @param runs the same in words
 */
public record ClockLine(
        String count,
        String calendar,
        String value,
        String from,
        String to,
        List<Bar> bars,
        List<Kind> kinds,
        List<Run> runs) {

    static final int WIDTH = 1000;

    /** @param kind {@code working}, {@code short}, {@code weekend}, {@code holiday} or {@code hold} */
    public record Bar(String kind, String x, String width) {}

    /** What the bars of a kind mean. */
    public record Kind(String kind, String said) {}

    public record Run(String dates, String said) {}

    static ClockLine of(Elapsed elapsed, Prose prose) {
        List<Stretch> stretches = elapsed.stretches();
        List<Bar> bars = new ArrayList<>();
        if (!stretches.isEmpty()) {
            LocalDate first = stretches.get(0).from();
            double day = (double) WIDTH
                    / (days(first, stretches.get(stretches.size() - 1).to()) + 1);
            for (Stretch stretch : stretches)
                bars.add(new Bar(
                        stretch.kind().name().toLowerCase(Locale.ROOT),
                        decimal(days(first, stretch.from()) * day),
                        decimal((days(stretch.from(), stretch.to()) + 1) * day)));
        }
        return new ClockLine(
                elapsed.count().text().replaceAll("\\s+", " "),
                elapsed.calendar().id(),
                prose.value(elapsed.count().value()),
                prose.date(elapsed.from()),
                prose.date(elapsed.to()),
                bars,
                stretches.stream()
                        .map(Stretch::kind)
                        .filter(kind -> kind != Stretch.Kind.SHORT)
                        .distinct()
                        .sorted()
                        .map(kind -> new Kind(kind.name().toLowerCase(Locale.ROOT), said(kind, prose)))
                        .toList(),
                Days.of(stretches).stream().map(days -> run(days, prose)).toList());
    }

    private static Run run(Days days, Prose prose) {
        String to = days.from().equals(days.to()) ? "" : " – " + prose.date(days.to());
        return new Run(prose.date(days.from()) + to, Outcomes.said(days, prose));
    }

    private static String said(Stretch.Kind kind, Prose prose) {
        return switch (kind) {
            case WORKING, SHORT -> prose.say("working days: they count", "рабочие дни: идут в счёт");
            case WEEKEND -> prose.say("weekends", "выходные");
            case HOLIDAY -> prose.say("holidays", "праздники");
            case HOLD -> prose.say("on hold: the clock stands", "отложено: отсчёт стоит");
        };
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
