package norma.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import norma.expression.Scene;
import norma.standard.Dimension;
import norma.standard.NormTable;
import org.jspecify.annotations.Nullable;

/**
 * Parts the subjects of some norms by what their rows tell apart: those of one cohort have the same row of each norm. A subject is
 * asked for a dimension only where a row that may still be its own names one. Safe for many threads.
 */
final class Cohorts {

    private final List<Dimension> dimensions;
    private final Set<Map<String, String>> rows = new LinkedHashSet<>();
    private volatile @Nullable Cohort all;
    private int count;

    Cohorts(List<Dimension> dimensions) {
        this.dimensions = dimensions;
    }

    static List<Dimension> dimensions(NormTable table) {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        table.levels().forEach(level -> level.dimensions().forEach(each -> dimensions.put(name(each), each)));
        return dimensions.values().stream()
                .sorted(Comparator.comparing(each -> !each.isOwn()))
                .toList();
    }

    private static String name(Dimension dimension) {
        return dimension.binding().name();
    }

    /** The rows of this norm are to be told apart too: subjects have other numbers then. */
    synchronized void add(NormTable table) {
        all = null;
        count = 0;
        for (NormTable.Level level : table.levels()) {
            for (NormTable.Row row : level.rows()) {
                Map<String, String> where = new HashMap<>();
                for (int i = 0; i < row.where().size(); i++)
                    where.put(name(level.dimensions().get(i)), row.where().get(i));
                rows.add(where);
            }
        }
    }

    /** The number of the subject's cohort, from 0. */
    int of(Object subject, Scene scene) {
        Cohort known = all;
        Cohort cohort = known == null ? all() : known;
        while (cohort.asked != null) cohort = cohort.part(cohort.asked.of(subject, scene));
        return cohort.number;
    }

    /** The number of what the subject's own fields tell of its cohort: all of them are told apart by it, and the rows that may be theirs. */
    int near(Object subject, Scene scene) {
        Cohort known = all;
        Cohort cohort = known == null ? all() : known;
        while (cohort.asked != null && cohort.isAskedOfItself) cohort = cohort.part(cohort.asked.of(subject, scene));
        return cohort.number;
    }

    private synchronized Cohort all() {
        Cohort known = all;
        if (known == null) all = known = new Cohort(List.copyOf(rows), 0);
        return known;
    }

    private synchronized int next() {
        return count++;
    }

    /** Those of one value in each dimension that was asked so far. */
    private final class Cohort {

        private final int number = next();
        private final int index;
        private final @Nullable Dimension asked;
        private final boolean isAskedOfItself;
        private final Map<String, List<Map<String, String>>> named = new HashMap<>();
        private final List<Map<String, String>> unnamed = new ArrayList<>();
        private final Map<String, Cohort> parts = new ConcurrentHashMap<>();
        private final @Nullable Cohort rest;

        /** @param possible the rows that may be theirs */
        Cohort(List<Map<String, String>> possible, int from) {
            int next = from;
            while (next < dimensions.size() && !isNamed(dimensions.get(next), possible)) next++;
            index = next;
            asked = next < dimensions.size() ? dimensions.get(next) : null;
            isAskedOfItself = asked != null && asked.isOwn();
            for (Map<String, String> row : possible) {
                String value = asked == null ? null : row.get(name(asked));
                (value == null ? unnamed : named.computeIfAbsent(value, v -> new ArrayList<>())).add(row);
            }
            rest = asked == null ? null : new Cohort(unnamed, index + 1);
        }

        private static boolean isNamed(Dimension dimension, List<Map<String, String>> rows) {
            return rows.stream().anyMatch(row -> row.containsKey(name(dimension)));
        }

        Cohort part(@Nullable String value) {
            List<Map<String, String>> own = value == null ? null : named.get(value);
            if (value == null || own == null) return rest == null ? this : rest;
            Cohort known = parts.get(value);
            return known == null ? parts.computeIfAbsent(value, v -> part(own)) : known;
        }

        private Cohort part(List<Map<String, String>> own) {
            List<Map<String, String>> possible = new ArrayList<>(own);
            possible.addAll(unnamed);
            return new Cohort(possible, index + 1);
        }
    }
}
