package norma.slip;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Span;
import norma.document.Node;
import norma.expression.Expression;
import norma.expression.Function;
import norma.expression.Getter;
import norma.fact.Catalogue;
import norma.fact.FactType;
import norma.standard.Kpi;
import norma.standard.Norm;
import norma.standard.Standards;

/**
 * All that the engine would use of definitions, written out by definition ({@code kpis deal_age}); where it was written,
 * in which order and with which blanks makes no difference. Found by reflection, so that no field can be forgotten.
 */
public final class Meaning {

    private Meaning() {}

    public static Map<String, String> of(Standards standards) {
        Map<String, String> all = new TreeMap<>();
        all.put("model", fields(standards.model()));
        section("calendars", standards.calendars(), all);
        standards
                .calendars()
                .forEach((id, calendar) ->
                        all.merge("calendars " + id, calendar.zone().getId(), String::concat));
        section("lists", standards.lists(), all);
        section("kpis", standards.kpis(), all);
        section("norms", standards.norms(), all);
        section("deviations", standards.deviations(), all);
        section("decisions", standards.decisions(), all);
        return all;
    }

    /** Of anything else that is read from files. */
    public static String of(Object read) {
        return written(read);
    }

    private static void section(String name, Map<String, ?> definitions, Map<String, String> all) {
        definitions.forEach((id, definition) -> all.put(
                name + " " + id, definition instanceof Collection<?> list ? written(list) : fields(definition)));
    }

    /** One definition names another: what that one says is told where it stands itself. */
    private static String written(Object value) {
        if (value instanceof Span) return "";
        if (value instanceof Node.Scalar scalar) return scalar.text();
        if (value instanceof Kpi kpi) return "kpi " + kpi.id();
        if (value instanceof Norm norm) return "norm " + norm.id();
        if (value instanceof WorkingCalendar calendar) return "calendar " + calendar.id();
        if (value instanceof FactType type) return "type " + type.name();
        if (value instanceof Function function) return function.signature();
        if (value instanceof Catalogue catalogue)
            return written(Catalogue.TYPES.stream().map(catalogue::attributes).toList());
        if (value instanceof Optional<?> optional)
            return optional.map(Meaning::written).orElse("none");
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, of) -> sorted.put(written(key), written(of)));
            return sorted.toString();
        }
        if (value instanceof Set<?> set)
            return written(set.stream().map(Meaning::written).sorted().toList());
        if (value instanceof Collection<?> list) {
            List<String> items = new ArrayList<>();
            list.forEach(item -> items.add(written(item)));
            return items.toString();
        }
        boolean ours = value.getClass().getName().startsWith("norma.") && !(value instanceof Enum<?>);
        return ours ? fields(value) : value.toString();
    }

    private static String fields(Object of) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Field field : of.getClass().getDeclaredFields()) {
            boolean means = !Modifier.isStatic(field.getModifiers())
                    && !Span.class.isAssignableFrom(field.getType())
                    && !Getter.class.isAssignableFrom(field.getType())
                    && !isPlace(of, field);
            if (means) fields.put(field.getName(), get(field, of));
        }
        return of.getClass().getSimpleName() + fields;
    }

    /** Of an expression its tree says it all; a calendar is its rules, the rest is made from them. */
    private static boolean isPlace(Object of, Field field) {
        if (of instanceof Expression) return !field.getName().equals("tree");
        if (of instanceof WorkingCalendar)
            return !Set.of("id", "title", "rules").contains(field.getName());
        return field.getType() == int.class && Set.of("from", "to").contains(field.getName());
    }

    private static String get(Field field, Object of) {
        try {
            field.setAccessible(true);
            Object value = field.get(of);
            return value == null ? "null" : written(value);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
