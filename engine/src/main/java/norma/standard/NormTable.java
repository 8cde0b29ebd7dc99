package norma.standard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import norma.expression.Expression;
import norma.expression.Scene;

/**
 * A norm as one rule uses it: the value that is judged, and the rows with their dimensions resolved for the rule's
 * subjects.
 *
 * @param value the KPI's value of a subject
 */
public record NormTable(Norm norm, Expression value, List<Level> levels, Row byDefault) {

    /**
     * @param label what the row is for, such as {@code stage + segment}, or {@code default}
     * @param where the values of the dimensions in the order of their level
     */
    public record Row(
            String label, List<String> where, Norm.Levels levels, Optional<LocalDate> until, Optional<String> reason) {

        public boolean applies(LocalDate today) {
            return until.isEmpty() || !today.isAfter(until.get());
        }
    }

    /** The rows of one set of dimensions. */
    public static final class Level {

        private final List<Dimension> dimensions;
        private final Map<Object, List<Row>> rows = new HashMap<>();
        private final Set<String> firstValues = new HashSet<>();

        /** @param rows of those for the same values the first that still applies holds */
        public Level(List<Dimension> dimensions, List<Row> rows) {
            this.dimensions = List.copyOf(dimensions);
            for (Row row : rows) {
                this.rows
                        .computeIfAbsent(key(row.where()), where -> new ArrayList<>())
                        .add(row);
                row.where().stream().findFirst().ifPresent(firstValues::add);
            }
        }

        public List<Dimension> dimensions() {
            return dimensions;
        }

        public List<Row> rows() {
            return rows.values().stream().flatMap(List::stream).toList();
        }

        List<Row> of(Object subject, Scene scene) {
            String first = dimensions.get(0).of(subject, scene);
            if (first == null || !firstValues.contains(first)) return List.of();
            if (dimensions.size() == 1) return rows.getOrDefault(first, List.of());
            List<String> values = new ArrayList<>(dimensions.size());
            for (Dimension dimension : dimensions) {
                String value = dimension.of(subject, scene);
                if (value == null) return List.of();
                values.add(value);
            }
            return rows.getOrDefault(values, List.of());
        }

        /** Those that fit as far as the subject's own fields tell. */
        private List<Row> possible(Object subject, Scene scene) {
            return rows().stream()
                    .filter(row -> isPossible(row, subject, scene))
                    .toList();
        }

        private boolean isPossible(Row row, Object subject, Scene scene) {
            for (int i = 0; i < dimensions.size(); i++) {
                Dimension dimension = dimensions.get(i);
                if (dimension.isOwn() && !row.where().get(i).equals(dimension.of(subject, scene))) return false;
            }
            return true;
        }

        private boolean isOwn() {
            return dimensions.stream().allMatch(Dimension::isOwn);
        }

        private static Object key(List<String> where) {
            return where.size() == 1 ? Objects.requireNonNull(where.get(0)) : where;
        }
    }

    /** The row that applies to a subject on a date. */
    public Row row(Object subject, Scene scene, LocalDate today) {
        for (Level level : levels) {
            for (Row row : level.of(subject, scene)) if (row.applies(today)) return row;
        }
        return byDefault;
    }

    /** The rows one of which applies to the subject, as far as its own fields tell, whatever the date. */
    public List<Row> possible(Object subject, Scene scene) {
        List<Row> possible = new ArrayList<>();
        for (Level level : levels) {
            List<Row> fitting = level.possible(subject, scene);
            possible.addAll(fitting);
            if (level.isOwn() && fitting.stream().anyMatch(row -> row.until().isEmpty())) return possible;
        }
        possible.add(byDefault);
        return possible;
    }

    /** Every row that would fit the subject, the one that applies first, then those that lost to it. */
    public List<Row> candidates(Object subject, Scene scene, LocalDate today) {
        List<Row> fitting = new ArrayList<>();
        List<Row> expired = new ArrayList<>();
        for (Level level : levels) {
            for (Row row : level.of(subject, scene)) (row.applies(today) ? fitting : expired).add(row);
        }
        fitting.add(byDefault);
        fitting.addAll(expired);
        return List.copyOf(fitting);
    }

    /** The earliest last day of a row that has one and is not over yet. */
    public Optional<LocalDate> nextEnd(LocalDate today) {
        return levels.stream()
                .flatMap(level -> level.rows().stream())
                .flatMap(row -> row.until().stream())
                .filter(until -> !until.isBefore(today))
                .min(LocalDate::compareTo);
    }
}
