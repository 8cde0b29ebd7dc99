package norma.standard.yaml;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.document.Node;
import norma.document.check.WrongType;
import norma.standard.Lapse;
import norma.standard.Over;

/** The short phrases of the language that are no expressions: lapses of time and periods. */
final class Phrases {

    private static final Pattern LAPSE = Pattern.compile("(\\d{1,5})(wd|d|h)");
    private static final Text LAPSES = new Text(
            "a time: write 3wd (working days), 7d (days) or 12h (hours)",
            "срок: пишите 3wd (рабочие дни), 7d (дни) или 12h (часы)");
    private static final Text PERIOD = new Text(
            "a period: day, week, month, quarter, year, rolling 90d or all",
            "период: day, week, month, quarter, year, rolling 90d или all");
    private static final Pattern ROLLING = Pattern.compile("rolling (\\d{1,5})d");
    private static final Map<String, Lapse.Unit> UNITS =
            Map.of("wd", Lapse.Unit.WORKING_DAYS, "d", Lapse.Unit.DAYS, "h", Lapse.Unit.HOURS);
    private static final Map<String, Over.Unit> PERIODS = Map.of(
            "day", Over.Unit.DAY,
            "week", Over.Unit.WEEK,
            "month", Over.Unit.MONTH,
            "quarter", Over.Unit.QUARTER,
            "year", Over.Unit.YEAR);

    private Phrases() {}

    static Optional<Lapse> lapse(Node.Scalar scalar, Problems problems) {
        Matcher matcher = LAPSE.matcher(scalar.text());
        if (matcher.matches())
            return Optional.of(
                    new Lapse(Integer.parseInt(matcher.group(1)), Objects.requireNonNull(UNITS.get(matcher.group(2)))));
        problems.add(WrongType.of(scalar, LAPSES));
        return Optional.empty();
    }

    static Optional<Over> over(Node.Scalar scalar, Problems problems) {
        Optional<Over> found = over(scalar.text());
        if (found.isEmpty()) problems.add(WrongType.of(scalar, PERIOD));
        return found;
    }

    static Optional<Over> over(String text) {
        if (text.equals("all")) return Optional.of(new Over.All());
        if (PERIODS.containsKey(text)) return Optional.of(new Over.Each(PERIODS.get(text)));
        Matcher rolling = ROLLING.matcher(text);
        return rolling.matches() && !rolling.group(1).matches("0+")
                ? Optional.of(new Over.Rolling(Integer.parseInt(rolling.group(1))))
                : Optional.empty();
    }
}
