package norma.judge;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A message of a DRL rule: {@code {share:percent}} is the variable {@code $share}, shown as a percentage.
 *
 * @param template in one language
 */
record DrlMessage(String template) {

    /** How a value may be asked to be shown. */
    static final Set<String> FORMATS = Set.of("money", "percent", "date", "time");

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    /** @param written as it stands between the braces */
    record Place(String written) {

        String name() {
            String name = written.contains(":") ? written.substring(0, written.indexOf(':')) : written;
            return bare((isNegated() ? name.substring(1) : name).strip());
        }

        /** Whether a number is to be shown with the other sign, as a loss is told. */
        boolean isNegated() {
            return written.startsWith("-");
        }

        /** Empty when it names none. */
        String format() {
            return written.contains(":")
                    ? written.substring(written.indexOf(':') + 1).strip()
                    : "";
        }
    }

    /** Fills a place. */
    interface Filling {
        String of(Place place);
    }

    Stream<Place> places() {
        return PLACE.matcher(template).results().map(found -> new Place(found.group(1)));
    }

    String filled(Filling filling) {
        return PLACE.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(filling.of(new Place(found.group(1)))));
    }

    /** A variable without its {@code $}. */
    static String bare(String variable) {
        return variable.startsWith("$") ? variable.substring(1) : variable;
    }
}
