package norma.server.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import norma.expression.Kind;
import norma.expression.Trace;
import norma.expression.Truth;
import norma.expression.Value;

/** Writes how an expression came to its value: every condition with its answer, every name with its value. */
public final class Traces {

    private static final int ANSWER = 10;
    private static final Pattern NAME = Pattern.compile("[a-z_][\\w.]*(\\[[^]]*])?");

    private final Prose prose;
    private final Directory directory;
    private final Sheet sheet;

    Traces(Prose prose, Directory directory, Sheet sheet) {
        this.prose = prose;
        this.directory = directory;
        this.sheet = sheet;
    }

    /** The conditions that it is made of, one to a line; {@code and} and {@code or} only where they are within another. */
    void condition(Trace trace) {
        condition(trace, 0);
    }

    private void condition(Trace trace, int depth) {
        boolean joins = !trace.parts().isEmpty()
                && trace.parts().stream().allMatch(part -> part.value().type().truth());
        line(trace, depth, joins ? "" : operands(trace));
        if (joins) trace.parts().forEach(part -> condition(part, depth + 1));
    }

    private void line(Trace trace, int depth, String operands) {
        Truth truth = trace.value().raw() instanceof Truth known ? known : Truth.UNDEFINED;
        String answer = Outcomes.answer(truth, prose);
        String text = trace.text().replaceAll("\\s+", " ");
        sheet.add("     ")
                .add(truth == Truth.TRUE ? Paint.PLAIN : Paint.WARN, Sheet.left(answer, ANSWER))
                .add("  ".repeat(depth) + text)
                .line(Paint.DIM, operands.isEmpty() || operands.equals(text) ? "" : "   " + operands);
    }

    void value(Trace trace) {
        sheet.add("     ").add(trace.text().replaceAll("\\s+", " ")).add(" = ").line(Paint.BOLD, shown(trace.value()));
        named(trace).forEach((name, value) -> {
            if (!name.equals(trace.text())) sheet.line(Paint.DIM, "       " + name + " = " + shown(value));
        });
    }

    private String operands(Trace trace) {
        return named(trace).entrySet().stream()
                .map(entry -> entry.getKey() + " = " + shown(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Every name that was read, with what it gave; constants speak for themselves. */
    public static Map<String, Value> named(Trace trace) {
        Map<String, Value> named = new LinkedHashMap<>();
        for (Trace leaf : leaves(trace)) {
            boolean constant = leaf.text().equals(String.valueOf(leaf.value().raw()));
            if (NAME.matcher(leaf.text()).matches() && !constant) named.putIfAbsent(leaf.text(), leaf.value());
        }
        return named;
    }

    private static List<Trace> leaves(Trace trace) {
        if (trace.parts().isEmpty()) return List.of(trace);
        List<Trace> leaves = new ArrayList<>();
        trace.parts().forEach(part -> leaves.addAll(leaves(part)));
        return leaves;
    }

    private String shown(Value value) {
        return shown(value, prose, directory);
    }

    /** A reference by the title of what it leads to. */
    public static String shown(Value value, Prose prose, Directory directory) {
        if (value.type().kind() != Kind.REFERENCE || !(value.raw() instanceof String id)) return prose.value(value);
        String name = directory.name(value.type().domain(), id);
        return name.equals(id) ? id : name + " · " + id;
    }
}
