package norma.server.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** One row of the table of attacks. */
record Attack(String name, String why, List<Step> steps) {

    private static final Pattern MANY = Pattern.compile("\\{(\\d+)\\*(.)}");

    /**
     * @param as the account whose token is sent; {@code nobody} for none
     * @param statuses one of these answers
     * @param holds what the answer holds, @param lacks what it must not
     * @param times how often it is sent; the last answer counts
     * @param passes how much time passes before, ISO 8601
     */
    record Step(
            String as,
            String request,
            Map<String, String> headers,
            String body,
            List<Integer> statuses,
            List<String> holds,
            List<String> lacks,
            int times,
            String passes) {

        String method() {
            return request.substring(0, request.indexOf(' '));
        }

        String target() {
            return request.substring(request.indexOf(' ') + 1);
        }
    }

    static List<Attack> all() {
        List<Attack> attacks = new ArrayList<>();
        for (Object each : (List<?>) new Yaml().load(Firm.text("attacks.yaml"))) attacks.add(of((Map<?, ?>) each));
        return attacks;
    }

    private static Attack of(Map<?, ?> row) {
        List<Step> steps = new ArrayList<>();
        if (row.get("steps") instanceof List<?> several) several.forEach(step -> steps.add(step((Map<?, ?>) step)));
        else steps.add(step(row));
        return new Attack(text(row, "attack"), text(row, "why"), steps);
    }

    private static Step step(Map<?, ?> row) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (row.get("headers") instanceof Map<?, ?> given)
            given.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
        List<Integer> statuses =
                texts(row.get("answer")).stream().map(Integer::valueOf).toList();
        return new Step(
                row.get("as") == null ? "nobody" : text(row, "as"),
                text(row, "request"),
                headers,
                many(row.get("body") == null ? "" : text(row, "body")),
                statuses,
                texts(row.get("holds")),
                texts(row.get("lacks")),
                row.get("times") instanceof Integer times ? times : 1,
                row.get("passes") == null ? "PT0S" : text(row, "passes"));
    }

    /** {@code {1000*[}} is a thousand brackets. */
    private static String many(String body) {
        Matcher matcher = MANY.matcher(body);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
    }

    private static List<String> texts(Object value) {
        if (value == null) return List.of();
        return value instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private static String text(Map<?, ?> row, String key) {
        if (row.get(key) == null) throw new AssertionError("no " + key + " in " + row);
        return String.valueOf(row.get(key));
    }
}
