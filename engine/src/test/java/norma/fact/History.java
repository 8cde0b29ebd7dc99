package norma.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import norma.expression.Undefined;
import org.jspecify.annotations.Nullable;

/** The changes of a small firm, told day by day; days are of March 2026, in UTC. */
final class History {

    private final World world = new World();
    private final List<World.Replaced> replaced = new ArrayList<>();

    /** @param fields names and values in turn; whole numbers are amounts, dates are midnights */
    History on(int day, FactType type, String id, @Nullable Object... fields) {
        return at(time(day), type, id, fields);
    }

    History atStart(FactType type, String id, @Nullable Object... fields) {
        return at(Change.START, type, id, fields);
    }

    private History at(long at, FactType type, String id, @Nullable Object... fields) {
        Map<String, @Nullable Object> set = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) set.put((String) fields[i], value(fields[i + 1]));
        replaced.clear();
        replaced.addAll(world.apply(new Change(type, id, at, set)));
        return this;
    }

    private static @Nullable Object value(@Nullable Object given) {
        if (given instanceof Integer units) return Money.of(BigDecimal.valueOf(units));
        return given instanceof LocalDate date ? (Object) millis(date) : given;
    }

    /** What the last change replaced. */
    List<World.Replaced> replaced() {
        return List.copyOf(replaced);
    }

    World world() {
        return world;
    }

    Deal deal(String id) {
        return (Deal) java.util.Objects.requireNonNull(world.find("deal", id), id);
    }

    /** That a deal is in now; null for none. */
    @Nullable
    Visit openVisit(String deal) {
        return world.arrival(new Change(Deal.TYPE, deal, Change.START, Map.of()))
                .visit();
    }

    /** Each visit of a deal as {@code stage#nth entered-left owner}, in order of entry. */
    List<String> visits(String deal) {
        return world.all(Visit.TYPE).stream()
                .map(Visit.class::cast)
                .filter(visit -> deal.equals(visit.deal()))
                .sorted(Comparator.comparingLong(Visit::enteredAtMillis))
                .map(visit -> visit.stage() + "#" + (int) visit.nth() + " " + day(visit.enteredAtMillis()) + "-"
                        + day(visit.leftAtMillis()) + (visit.owner() == null ? "" : " " + visit.owner()))
                .toList();
    }

    static String day(long time) {
        if (Undefined.is(time)) return "";
        return Integer.toString(
                Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).getDayOfMonth());
    }

    static LocalDate date(int day) {
        return LocalDate.of(2026, 3, day);
    }

    static long time(int day) {
        return millis(date(day));
    }

    private static long millis(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
