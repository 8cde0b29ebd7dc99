package norma.server.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import norma.calendar.WorkingCalendar;
import norma.expression.Binding;
import norma.expression.Expression;
import norma.expression.Getter;
import norma.expression.Names;
import norma.expression.Type;
import norma.server.intake.Conversions.Conversion;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one source as expressions see them: texts unless declared otherwise, with the columns of lookups under
 * the lookup's name, and {@code row}, the number of the row within its file. Remembers which were asked for.
 */
final class Columns implements Names {

    private static final String ROW = "row";

    /** Gets the text of one column of a row. */
    @FunctionalInterface
    private interface Cell {
        @Nullable
        String of(Row row);
    }

    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Type> types = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> ignored = new HashSet<>();
    private final Map<String, List<String>> domains;
    private final Conversions conversions;
    private final WorkingCalendar calendar;

    Columns(List<String> names, Terms terms, Formats formats, Conversions conversions) {
        this.domains = terms.domains();
        this.conversions = conversions;
        this.calendar = WorkingCalendar.named("zone").zone(formats.zone()).build();
        names.forEach(this::add);
    }

    /** The place of a new column among the cells of a row. */
    int add(String name) {
        int place = places.size();
        places.put(name, place);
        cells.put(name, row -> row.cell(place));
        return place;
    }

    void add(Lookup lookup) {
        List<String> names = lookup.columns();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            cells.put(lookup.alias() + "." + names.get(i), row -> row.found(lookup, column));
        }
    }

    /** The columns that an expression reads, for a person; the name of a lookup alone says nothing. */
    static String readBy(Expression expression) {
        SortedSet<String> read = new TreeSet<>(expression.fields());
        return read.stream()
                .filter(name -> read.stream().noneMatch(other -> other.startsWith(name + ".")))
                .collect(Collectors.joining(", "));
    }

    boolean has(String name) {
        return cells.containsKey(name);
    }

    void declare(String name, Type type) {
        types.put(name, type);
    }

    boolean isUsed(String name) {
        return used.contains(name);
    }

    /** The place of a column among the cells of a row; using it counts. */
    int use(String name) {
        used.add(name);
        Integer place = places.get(name);
        return place == null ? -1 : place;
    }

    /** Left out on purpose. */
    void ignore(String name) {
        ignored.add(name);
    }

    /** The file's own columns that nobody asked for. */
    List<String> unused() {
        return places.keySet().stream()
                .filter(name -> !used.contains(name) && !ignored.contains(name) && !name.isEmpty())
                .sorted()
                .toList();
    }

    /** The first columns, as many as the file has of its own, that somebody asked for. */
    Map<String, Integer> usedPlaces(int own) {
        Map<String, Integer> found = new LinkedHashMap<>();
        places.forEach((name, place) -> {
            if (place < own && used.contains(name)) found.put(name, place);
        });
        return found;
    }

    @Override
    public Optional<Binding> find(String path) {
        Cell cell = cells.get(path);
        if (cell == null && path.equals(ROW)) return Optional.of(words(path, Row::number));
        if (cell == null) return Optional.empty();
        used.add(path);
        Type type = types.getOrDefault(path, Type.TEXT);
        return Optional.of(type.words() ? words(path, cell) : typed(path, type, cell));
    }

    private static Binding words(String path, Cell cell) {
        Getter.Words getter = (subject, scene) -> cell.of((Row) subject);
        return new Binding(path, Type.TEXT, Binding.Origin.FIELD, getter);
    }

    private Binding typed(String path, Type type, Cell cell) {
        Conversion conversion = conversions.to(type);
        Getter getter;
        if (type.whole()) {
            Getter.Whole whole = (subject, scene) -> ((Row) subject).whole(cell.of((Row) subject), path, conversion);
            getter = whole;
        } else if (type.truth()) {
            Getter.Condition truth =
                    (subject, scene) -> ((Row) subject).truth(cell.of((Row) subject), path, conversion);
            getter = truth;
        } else {
            Getter.Number number = (subject, scene) -> ((Row) subject).number(cell.of((Row) subject), path, conversion);
            getter = number;
        }
        return new Binding(path, type, Binding.Origin.FIELD, getter);
    }

    @Override
    public List<String> known() {
        List<String> known = new ArrayList<>(cells.keySet());
        known.remove("");
        if (!known.contains(ROW)) known.add(ROW);
        return known;
    }

    @Override
    public Optional<List<String>> domain(String name) {
        return Optional.ofNullable(domains.get(name));
    }

    @Override
    public Optional<List<String>> list(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<WorkingCalendar> calendar(String name) {
        return Optional.empty();
    }

    @Override
    public List<String> calendars() {
        return List.of();
    }

    @Override
    public WorkingCalendar defaultCalendar() {
        return calendar;
    }
}
