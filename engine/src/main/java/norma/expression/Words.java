package norma.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.diagnostics.Letters;
import norma.diagnostics.Text;
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
        String en = "“" + value + "” is no value of " + type.domain();
        String ru = "«" + value + "» — не значение " + type.domain();
        report.error("unknown-value", where, lettered(value, en, ru), value, domain.get());
        return null;
    }

    /** The values of a list; each must be one that {@code type} may have. */
    Optional<List<String>> list(Syntax.Word word, @Nullable Type type) {
        Optional<List<String>> list = names.list(word.path());
        if (list.isEmpty()) {
            Text message = lettered(
                    word.path(),
                    "there is no list “" + word.path() + "”; values are written in parentheses",
                    "списка «" + word.path() + "» нет; значения пишут в скобках");
            report.error("unknown-name", word, message.en(), message.ru());
            return list;
        }
        if (type == null || !type.enumerated()) return list;
        Optional<List<String>> domain = names.domain(type.domain());
        if (domain.isEmpty()) return list;
        List<String> foreign = new ArrayList<>(list.get());
        foreign.removeAll(domain.get());
        if (foreign.isEmpty()) return list;
        Text message = new Text(
                "the list has “" + foreign.get(0) + "”, which is no value of " + type.domain(),
                "в списке есть «" + foreign.get(0) + "» — не значение " + type.domain());
        report.error("unknown-value", word, message, foreign.get(0), domain.get());
        return Optional.empty();
    }

    private void unknown(Syntax.Word word, @Nullable Type hint) {
        String path = word.path();
        String right = OTHER_WORDS.get(path);
        if (right != null) {
            report.error(
                    "unknown-name",
                    word,
                    "there is no “" + path + "”: write “" + right + "”",
                    "слова «" + path + "» нет: пишите «" + right + "»");
        } else if (Functions.named(path).isPresent()) {
            String call = Functions.named(path).get().signature();
            report.error(
                    "unknown-name", word, "“" + path + "” is a function: " + call, "«" + path + "» — функция: " + call);
        } else if (names.list(path).isPresent()) {
            report.error(
                    "unknown-name",
                    word,
                    "“" + path + "” is a list: it stands after “in”",
                    "«" + path + "» — список: он стоит после «in»");
        } else if (names.calendar(path).isPresent()) {
            report.error(
                    "unknown-name",
                    word,
                    "“" + path + "” is a calendar: it is the last argument of a function",
                    "«" + path + "» — календарь: он стоит последним в функции");
        } else if (!unknownPeriod(word) && !unknownStep(word)) {
            boolean text = hint != null && hint.words();
            Text message = lettered(
                    path,
                    "there is no “" + path + "” here" + (text ? "; a text is written in quotes: '" + path + "'" : ""),
                    "имени «" + path + "» здесь нет" + (text ? "; текст пишут в кавычках: '" + path + "'" : ""));
            report.error("unknown-name", word, message, path, names.known());
        }
    }

    private boolean unknownPeriod(Syntax.Word word) {
        Reading reading = word.path().endsWith("]") ? Reading.named(word.path()) : new Reading(word.path(), "");
        if (reading.over().isEmpty() || names.find(reading.kpi()).isEmpty()) return false;
        List<String> periods = names.known().stream()
                .filter(n -> n.startsWith(reading.kpi() + "["))
                .toList();
        Text message = new Text(
                reading.kpi() + " is not measured over “" + reading.over() + "”",
                reading.kpi() + " не измеряется за «" + reading.over() + "»");
        report.error("unknown-name", word, message, word.path(), periods);
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
            Text what = type.describe();
            report.error(
                    "unknown-name",
                    where,
                    before + " is " + what.en() + ": it has no fields",
                    before + " — " + what.ru() + ": полей у него нет");
            return;
        }
        List<String> steps = names.known().stream()
                .filter(n -> n.startsWith(before + ".") && n.indexOf('.', before.length() + 1) < 0)
                .map(n -> n.substring(before.length() + 1))
                .toList();
        Text message = lettered(
                step,
                type.domain() + " has no field “" + step + "”",
                "у " + type.domain() + " нет поля «" + step + "»");
        report.error("unknown-name", where, message, step, steps);
    }

    static Text lettered(String name, String en, String ru) {
        return Letters.mixture(name)
                .map(m -> new Text(en + " (" + m.en() + ")", ru + " (" + m.ru() + ")"))
                .orElse(new Text(en, ru));
    }
}
