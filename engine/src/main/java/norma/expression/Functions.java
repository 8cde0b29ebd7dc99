package norma.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import norma.diagnostics.Text;
import norma.expression.Function.Course;
import norma.expression.Function.Maker;
import norma.expression.Function.Parameter;
import org.jspecify.annotations.Nullable;

/** The one table of all functions; the reference is written from it. */
public final class Functions {

    private static final Map<String, Function> ALL = table();

    private Functions() {}

    static Optional<Function> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** Every function, by name. */
    public static List<Function> all() {
        return List.copyOf(ALL.values());
    }

    static Iterable<String> names() {
        return ALL.keySet();
    }

    private static Map<String, Function> table() {
        Map<String, Function> table = new TreeMap<>();
        Stream.of(
                        DurationFunctions.all(),
                        TimeFunctions.all(),
                        NumberFunctions.all(),
                        ChoiceFunctions.all(),
                        TextFunctions.all())
                .flatMap(List::stream)
                .forEach(function -> table.put(function.name(), function));
        return table;
    }

    /**
     * @param signature parameters as {@code name:SLOT}, with {@code ?} after an optional and {@code *} after a repeated one
     * @param result null when it is the type that the alike arguments share
     */
    static Function function(
            String name, String signature, @Nullable Type result, Course course, String en, String ru, Maker maker) {
        List<Parameter> parameters =
                Stream.of(signature.split(" ")).map(Functions::parameter).toList();
        return new Function(
                name, parameters, Optional.ofNullable(result), course, Optional.empty(), new Text(en, ru), maker);
    }

    private static Parameter parameter(String written) {
        String[] parts = written.replaceAll("[?*]", "").split(":");
        return new Parameter(parts[0], Slot.valueOf(parts[1]), written.endsWith("?"), written.endsWith("*"));
    }
}
