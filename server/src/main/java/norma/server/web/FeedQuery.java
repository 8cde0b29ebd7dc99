package norma.server.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import norma.fact.Money;
import norma.server.store.Deviations;
import norma.server.store.Groups;
import norma.server.store.Place;
import org.jspecify.annotations.Nullable;

/**
 * What of the feed is asked for: all of it stands in the address.
 *
 * @param values by name, those that are asked for
 */
public record FeedQuery(Map<String, String> values) {

    /** What deviations are told apart by, as columns of the store. */
    static final List<String> FILTERS = List.of("head", "team", "owner", "rule", "severity", "segment", "client");

    /** How many days ago it was raised at least, and how much is at stake at least, in units of the currency; as written. */
    private static final Map<String, Pattern> LEAST =
            Map.of("age", Pattern.compile("\\d{1,5}"), "stake", Pattern.compile("\\d{1,12}"));

    private static final List<String> NAMES = List.of(
            "head",
            "team",
            "owner",
            "rule",
            "severity",
            "segment",
            "client",
            "age",
            "stake",
            "review",
            "group",
            "new",
            "all",
            "from",
            "beyond");
    /** Where on the way through it a reader is; another question begins at the beginning. */
    static final List<String> PLACES = List.of("all", "from", "beyond");

    static FeedQuery of(Function<String, @Nullable String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = parameters.apply(name);
            if (value != null && isAsked(name, value)) values.put(name, value);
        }
        return new FeedQuery(values);
    }

    private static boolean isAsked(String name, String value) {
        Pattern number = LEAST.get(name);
        if (number != null) return number.matcher(value).matches();
        return !value.isBlank() || name.equals("all");
    }

    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean filtered() {
        return values.keySet().stream().anyMatch(name -> FILTERS.contains(name) || LEAST.containsKey(name));
    }

    /** By what it is grouped: a head's own feed by rule, that of several heads by head. */
    public String group() {
        String asked = get("group");
        if (List.of("head", "client", "rule").contains(asked)) return asked;
        return values.containsKey("head") || values.containsKey("team") ? "rule" : "head";
    }

    public boolean onlyNew() {
        return get("new").equals("1");
    }

    /** The address with another value; an empty one takes it out. */
    public String with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        PLACES.forEach(changed::remove);
        if (value.isEmpty()) changed.remove(name);
        else changed.put(name, value);
        return Address.of("/", changed);
    }

    /** The address that shows a whole group, a page at a time. */
    String group(String key, @Nullable Place after) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove("from");
        changed.put("all", key);
        if (after != null) changed.put("from", after.toString());
        return Address.of("/", changed);
    }

    /** Whether all of that group is asked for. */
    boolean isWhole(String key) {
        return values.containsKey("all") && get("all").equals(key);
    }

    /** After which row a group goes on that is shown whole; null for its beginning. */
    @Nullable
    Place from() {
        return Place.read(get("from")).orElse(null);
    }

    /** After which group the page begins; null for the first. */
    Groups.@Nullable Group beyond() {
        return Groups.Group.at(get("beyond")).orElse(null);
    }

    public String address() {
        return Address.of("/", values);
    }

    /** The address without any filter; what is grouped stays so. */
    public String cleared() {
        Map<String, String> rest = new LinkedHashMap<>(values);
        FILTERS.forEach(rest::remove);
        LEAST.keySet().forEach(rest::remove);
        PLACES.forEach(rest::remove);
        return Address.of("/", rest);
    }

    /**
     * Unless somebody asks for them, what is held or dismissed is not looked at.
     *
     * @param mark the number of the event after which something is new
     * @param now epoch milliseconds
     */
    Deviations.Filter filter(long mark, long now) {
        Deviations.Filter filter = Deviations.Filter.STANDING;
        for (String column : FILTERS) filter = filter.with(column, values.get(column));
        if (values.containsKey("age")) filter = filter.onlyRaisedBefore(raisedBefore(now));
        if (values.containsKey("stake")) filter = filter.onlyWithStakeFrom(stake());
        filter = switch (get("review")) {
            case "new", "acknowledged", "held", "dismissed" -> filter.with("review", get("review"));
            default -> filter.onlyToAttendTo();
        };
        return onlyNew() ? filter.onlyWorseAfter(mark) : filter;
    }

    private long raisedBefore(long now) {
        return now - Duration.ofDays(Long.parseLong(get("age"))).toMillis() + 1;
    }

    private long stake() {
        return Money.of(new BigDecimal(get("stake")));
    }

    /** Whether a deviation is, or was, among those that are asked for, whatever somebody did about it. */
    boolean concerns(Deviations.Row row, long now) {
        return is("head", row.around().head())
                && is("team", row.around().team())
                && is("owner", row.around().owner())
                && is("client", row.around().client())
                && is("rule", row.rule())
                && is("severity", row.severity().word())
                && is("segment", row.around().segment())
                && (!values.containsKey("age") || row.raisedAt() < raisedBefore(now))
                && (!values.containsKey("stake") || row.stake() != null && row.stake() >= stake());
    }

    private boolean is(String name, @Nullable String value) {
        return !values.containsKey(name) || get(name).equals(value);
    }
}
