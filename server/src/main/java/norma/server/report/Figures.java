package norma.server.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import norma.expression.Kind;
import norma.expression.Type;
import norma.expression.Value;
import norma.measure.Measured;
import norma.measure.Reading;
import norma.measure.Scope;
import norma.standard.Kpi;
import org.jspecify.annotations.Nullable;

/** The readings that say how the whole stands: the company, the stages of its funnel, its teams. */
final class Figures {

    private static final int TITLE = 52;
    private static final int VALUE = 20;
    private static final int COLUMN = 19;
    private static final int COLUMNS = 4;
    private static final int ROW = Sheet.WIDTH - 3 - COLUMNS * COLUMN;

    private final Cycle cycle;
    private final Prose prose;
    private final Sheet sheet;

    Figures(Cycle cycle, Prose prose, Sheet sheet) {
        this.cycle = cycle;
        this.prose = prose;
        this.sheet = sheet;
    }

    void write() {
        whole();
        cut("stage", prose.say("FUNNEL", "ВОРОНКА"), prose.say("stage", "этап"));
        cut("team", prose.say("TEAMS", "КОМАНДЫ"), prose.say("team", "команда"));
    }

    /** One line for each KPI of the whole company, in its first period. */
    private void whole() {
        Map<String, Reading> first = new LinkedHashMap<>();
        for (Reading reading : cycle.readings()) {
            boolean whole = reading.scope().dimensions().isEmpty();
            if (whole && reading.current() && isFirst(reading))
                first.putIfAbsent(reading.definition().id(), reading);
        }
        if (first.isEmpty()) return;
        sheet.section(prose.say("KEY FIGURES", "ПОКАЗАТЕЛИ"));
        first.values().forEach(this::line);
    }

    private static boolean isFirst(Reading reading) {
        return reading.definition().over().get(0).name().equals(reading.period().name());
    }

    private void line(Reading reading) {
        Measured measured = reading.measured();
        String title = "   " + Sheet.left(prose.say(reading.definition().title()), TITLE);
        if (measured.undefined().isPresent()) {
            sheet.add(title)
                    .add(Sheet.right("—", VALUE))
                    .line(Paint.DIM, "   " + prose.say(measured.undefined().get()));
            return;
        }
        sheet.add(title)
                .add(Paint.BOLD, Sheet.right(value(reading), VALUE))
                .line(Paint.DIM, "   " + Sheet.left(prose.period(reading.period()), 18) + parts(reading));
    }

    private String value(Reading reading) {
        Type unit = reading.definition().unit();
        if (unit.kind() == Kind.MONEY && reading.measured().value() instanceof Long money) return prose.glance(money);
        return prose.value(new Value(unit, reading.measured().value()));
    }

    private String parts(Reading reading) {
        if (reading.definition().unit().kind() != Kind.PERCENT) return "";
        Object numerator = reading.measured().numerator();
        Object denominator = reading.measured().denominator();
        if (numerator == null || denominator == null) return "";
        return part(numerator) + prose.say(" of ", " из ") + part(denominator);
    }

    private String part(Object part) {
        return part instanceof Long money ? prose.glance(money) : prose.number((Double) part);
    }

    /** A table with a row for each value of a dimension and a column for each KPI that is cut by it. */
    private void cut(String dimension, String title, String rowTitle) {
        List<Column> columns = columns(dimension);
        if (columns.isEmpty()) return;
        List<String> rows = rows(dimension, columns);
        if (rows.isEmpty()) return;
        sheet.section(title);
        header(rowTitle, columns);
        for (String row : rows) {
            sheet.add("   ").add(Sheet.left(name(dimension, row, columns), ROW));
            columns.forEach(column -> sheet.add(Sheet.right(cell(column.cells().get(row)), COLUMN)));
            sheet.end();
        }
    }

    /** @param cells by value of the dimension */
    private record Column(Kpi kpi, Map<String, Reading> cells) {}

    /** Those made for this cut alone come first; of a calendar period the last complete one is shown. */
    private List<Column> columns(String dimension) {
        Map<String, Column> found = new LinkedHashMap<>();
        for (Reading reading : cycle.readings()) {
            if (!isCutBy(dimension, reading.scope()) || !isFirst(reading)) continue;
            Kpi kpi = reading.definition();
            found.computeIfAbsent(kpi.id(), id -> new Column(kpi, new TreeMap<>()))
                    .cells()
                    .merge(reading.scope().values().get(0), reading, Figures::lastComplete);
        }
        return found.values().stream()
                .sorted(Comparator.comparing(column -> column.kpi().whole()))
                .limit(COLUMNS)
                .toList();
    }

    private static boolean isCutBy(String dimension, Scope scope) {
        return scope.dimensions().size() == 1 && scope.dimensions().get(0).equals(dimension);
    }

    private static Reading lastComplete(Reading one, Reading other) {
        if (one.current() != other.current()) return one.current() ? other : one;
        return String.valueOf(one.period().from())
                                .compareTo(String.valueOf(other.period().from()))
                        >= 0
                ? one
                : other;
    }

    private List<String> rows(String dimension, List<Column> columns) {
        List<String> present = new ArrayList<>();
        columns.forEach(column -> column.cells().keySet().forEach(row -> {
            if (!present.contains(row) && !row.equals(Scope.UNKNOWN)) present.add(row);
        }));
        List<String> order = cycle.standards().model().domains().getOrDefault(dimension, List.of());
        present.sort(Comparator.comparingInt((String row) -> order.contains(row) ? order.indexOf(row) : order.size())
                .thenComparing(Comparator.naturalOrder()));
        return present;
    }

    private void header(String rowTitle, List<Column> columns) {
        List<List<String>> titles = new ArrayList<>();
        columns.forEach(column -> {
            List<String> lines =
                    new ArrayList<>(Sheet.wrapped(prose.say(column.kpi().title()), COLUMN - 2));
            String period = column.cells().values().stream()
                    .findFirst()
                    .map(reading -> prose.period(reading.period()))
                    .orElse("");
            if (!period.isEmpty()) lines.add(period);
            titles.add(lines);
        });
        int height = titles.stream().mapToInt(List::size).max().orElse(1);
        for (int i = 0; i < height; i++) {
            sheet.add(Paint.DIM, "   " + Sheet.left(i == height - 1 ? rowTitle : "", ROW));
            for (List<String> lines : titles) {
                int index = i - (height - lines.size());
                sheet.add(Paint.DIM, Sheet.right(index < 0 ? "" : lines.get(index), COLUMN));
            }
            sheet.end();
        }
    }

    private String name(String dimension, String value, List<Column> columns) {
        Optional<String> entity = columns.stream()
                .flatMap(column -> column.kpi().by().stream())
                .filter(c -> c.size() == 1 && c.get(0).name().equals(dimension))
                .findFirst()
                .flatMap(c -> c.get(0).entity());
        return entity.map(type -> cycle.directory().name(type, value))
                .orElseGet(() -> prose.say(cycle.standards().model().title(dimension, value)));
    }

    private String cell(@Nullable Reading reading) {
        if (reading == null || reading.measured().undefined().isPresent()) return "—";
        return value(reading);
    }
}
