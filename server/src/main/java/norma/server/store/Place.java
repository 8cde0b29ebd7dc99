package norma.server.store;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norma.standard.Severity;
import org.jdbi.v3.core.statement.Query;

/**
 * Where a row stands among the others, the worst first: the end of one page and the beginning of the next. It says what
 * the row was when its page was read, so that a row which becomes another meanwhile moves no other.
 *
 * @param stake in 1/10000 of the currency's unit; 0 for none
 * @param since epoch milliseconds
 */
public record Place(Severity severity, long stake, long since, long number) {

    /** Critical before warnings, by words; then what has most at stake, then what has stood longest. */
    static final String ORDER = "severity, -coalesce(stake, 0), since, number";

    static final String BEYOND =
            "(severity, -coalesce(stake, 0), since, number) > (:placeSeverity, :placeStake, :placeSince, :placeNumber)";

    private static final Pattern WRITTEN =
            Pattern.compile("(critical|warn)\\.(-?\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,18})");

    public static Place of(Deviations.Row row) {
        Long stake = row.stake();
        return new Place(row.severity(), stake == null ? 0 : stake, row.since(), row.number());
    }

    /** Nothing for what {@link #toString} does not give. */
    public static Optional<Place> read(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) return Optional.empty();
        return Optional.of(new Place(
                Severity.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3)),
                Long.parseLong(parts.group(4))));
    }

    Query bind(Query query) {
        return query.bind("placeSeverity", severity.word())
                .bind("placeStake", -stake)
                .bind("placeSince", since)
                .bind("placeNumber", number);
    }

    @Override
    public String toString() {
        return severity.word() + "." + stake + "." + since + "." + number;
    }
}
