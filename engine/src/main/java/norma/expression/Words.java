package norma.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.diagnostics.Span;
import norma.diagnostics.check.UnknownValue;
import norma.expression.check.UnknownName;
import norma.expression.check.UnknownPeriod;
import org.jspecify.annotations.Nullable;

/** Finds out what a word means in its place: a name, a value of an enumeration, a list; or says why it means nothing. */
final class Words {

    private static final Map<String, String> OTHER_WORDS = Map.of(
            "today", "now",
            "null", "is undefined",
            "nil", "is undefined",
            "none", "is undefined",
            "empty", "is undefined",
            "TRUE", "true",
            "FALSE", "false",
            "yes", "true",
            "NOW", "now");

    private final Names names;
    private final Report report;

    Words(Names names, Report report) {
        this.names = names;
        this.report = report;
    }

    /** A name that is found wins over a value of the enumeration beside it. */
    @Nullable
    Tree word(Syntax.Word word, @Nullable Type hint) {
        Optional<Binding> binding = names.find(word.path());
        if (binding.isPresent()) return new Tree.Named(word.from(), word.to(), binding.get());
        if (hint != null && hint.enumerated()) return value(word, word.path(), hint);
        unknown(word, hint);
        return null;
    }

    @Nullable
    Tree quoted(Syntax.Quoted quoted, @Nullable Type hint) {
        if (hint != null && hint.enumerated()) return value(quoted, quoted.text(), hint);
        Type type = hint != null && hint.kind() == Kind.REFERENCE ? hint : Type.TEXT;
        return new Tree.Constant(quoted.from(), quoted.to(), type, quoted.text());
    }

    private @Nullable Tree value(Syntax where, String value, Type type) {
        Optional<List<String>> domain = names.domain(type.domain());
        if (domain.isEmpty() || domain.get().contains(value)) {
            return new Tree.Constant(where.from(), where.to(), type, value);
        }
        report.add(UnknownValue.of(report.span(where), value, type.domain(), domain.get()));
        return null;
    }

    /** The values of a list; each must be one that {@code type} may have. */
    Optional<List<String>> list(Syntax.Word word, @Nullable Type type) {
        Optional<List<String>> list = names.list(word.path());
        if (list.isEmpty()) {
            report.add(UnknownName.list(report.span(word), word.path()));
            return list;
        }
        if (type == null || !type.enumerated()) return list;
        Optional<List<String>> domain = names.domain(type.domain());
        if (domain.isEmpty()) return list;
        List<String> foreign = new ArrayList<>(list.get());
        foreign.removeAll(domain.get());
        if (foreign.isEmpty()) return list;
        report.add(UnknownValue.inList(report.span(word), foreign.get(0), type.domain(), domain.get()));
        return Optional.empty();
    }

    private void unknown(Syntax.Word word, @Nullable Type hint) {
        String path = word.path();
        Span span = report.span(word);
        String right = OTHER_WORDS.get(path);
        if (right != null) {
            report.add(UnknownName.otherWord(span, path, right));
        } else if (Functions.named(path).isPresent()) {
            report.add(
                    UnknownName.function(span, path, Functions.named(path).get().signature()));
        } else if (names.list(path).isPresent()) {
            report.add(UnknownName.namesList(span, path));
        } else if (names.calendar(path).isPresent()) {
            report.add(UnknownName.namesCalendar(span, path));
        } else if (!unknownPeriod(word) && !unknownStep(word)) {
            boolean text = hint != null && hint.words();
            List<String> known = names.known();
            report.add(text ? UnknownName.orText(span, path, known) : UnknownName.of(span, path, known));
        }
    }

    private boolean unknownPeriod(Syntax.Word word) {
        Reading reading = word.path().endsWith("]") ? Reading.named(word.path()) : new Reading(word.path(), "");
        if (reading.over().isEmpty() || names.find(reading.kpi()).isEmpty()) return false;
        report.add(UnknownPeriod.of(report.span(word), reading.kpi(), reading.over(), names.periods(reading.kpi())));
        return true;
    }

    /** Points at the first step of a path that leads nowhere. */
    private boolean unknownStep(Syntax.Word word) {
        String path = word.path();
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            String before = path.substring(0, dot);
            Optional<Binding> found = names.find(before);
            if (found.isEmpty()) continue;
            boolean plain = report.written(word).equals(path);
            int end = path.indexOf('.', dot + 1) < 0 ? path.length() : path.indexOf('.', dot + 1);
            Syntax where = plain ? new Syntax.Word(word.from() + dot + 1, word.from() + end, path) : word;
            step(where, before, path.substring(dot + 1, end), found.get().type());
            return true;
        }
        return false;
    }

    private void step(Syntax where, String before, String step, Type type) {
        if (type.kind() != Kind.REFERENCE) {
            report.add(UnknownName.noFields(report.span(where), before, type.describe()));
            return;
        }
        List<String> steps = names.known().stream()
                .filter(n -> n.startsWith(before + ".") && n.indexOf('.', before.length() + 1) < 0)
                .map(n -> n.substring(before.length() + 1))
                .toList();
        report.add(UnknownName.field(report.span(where), type.domain(), step, steps));
    }
}
