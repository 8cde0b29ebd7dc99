package norma.expression;

import static norma.expression.Functions.function;

import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import norma.expression.Function.Course;
import org.jspecify.annotations.Nullable;

/** Texts and what is read out of them: for the columns of a mapping. */
final class TextFunctions {

    private TextFunctions() {}

    static List<Function> all() {
        return List.of(
                changing("lower", t -> t.toLowerCase(Locale.ROOT), "in small letters", "строчными буквами"),
                changing("upper", t -> t.toUpperCase(Locale.ROOT), "in capitals", "прописными буквами"),
                changing("trim", String::strip, "without blanks at both ends", "без пробелов по краям"),
                asking("starts_with", String::startsWith, "whether the text starts so", "начинается ли текст так"),
                asking("ends_with", String::endsWith, "whether the text ends so", "заканчивается ли текст так"),
                asking("contains", String::contains, "whether that is in the text", "есть ли это в тексте"),
                function(
                        "concat",
                        "text:TEXT*",
                        Type.TEXT,
                        Course.ANY,
                        "the texts one after another; undefined when one is undefined",
                        "тексты один за другим; не определено, если один из них не определён",
                        TextFunctions::concat),
                function(
                        "substring",
                        "text:TEXT from:PLAIN length:PLAIN?",
                        Type.TEXT,
                        Course.ANY,
                        "from this character (the first is 1), so many or to the end",
                        "с этого знака (первый — 1), столько знаков или до конца",
                        TextFunctions::substring),
                function(
                        "replace",
                        "text:TEXT what:TEXT by:TEXT",
                        Type.TEXT,
                        Course.ANY,
                        "with every occurrence replaced",
                        "с заменой каждого вхождения",
                        TextFunctions::replace),
                function(
                        "number",
                        "text:TEXT",
                        Type.NUMBER,
                        Course.ANY,
                        "the number that is written so, with a point before its decimals; undefined when it is none",
                        "число, записанное так, с точкой перед дробной частью; не определено, если это не число",
                        TextFunctions::number),
                function(
                        "time",
                        "text:TEXT pattern:PATTERN",
                        Type.TIME,
                        Course.ANY,
                        "the time that is written so (pattern as in java.time: 'dd.MM.yyyy HH:mm'); undefined when it is none",
                        "момент, записанный так (шаблон как в java.time: 'dd.MM.yyyy HH:mm'); не определено, если это не он",
                        o -> WrittenTime.getter(o.words(0), o.pattern().orElseThrow(), o.calendar())));
    }

    private static Function changing(String name, UnaryOperator<String> change, String en, String ru) {
        return function(name, "text:TEXT", Type.TEXT, Course.ANY, en, ru, o -> {
            Getter.Words text = o.words(0);
            return (Getter.Words) (subject, scene) -> {
                String value = text.words(subject, scene);
                return value == null ? null : change.apply(value);
            };
        });
    }

    private static Function asking(String name, BiPredicate<String, String> question, String en, String ru) {
        return function(name, "text:TEXT what:TEXT", Type.TRUTH, Course.ANY, en, ru, o -> {
            Getter.Words text = o.words(0);
            Getter.Words what = o.words(1);
            return (Getter.Condition) (subject, scene) -> {
                String value = text.words(subject, scene);
                String part = what.words(subject, scene);
                return value == null || part == null ? Truth.UNDEFINED : Truth.of(question.test(value, part));
            };
        });
    }

    private static Getter concat(Operands o) {
        Getter.Words[] texts = o.getters().toArray(Getter.Words[]::new);
        return (Getter.Words) (subject, scene) -> {
            StringBuilder whole = new StringBuilder();
            for (Getter.Words text : texts) {
                String value = text.words(subject, scene);
                if (value == null) return null;
                whole.append(value);
            }
            return whole.toString();
        };
    }

    private static Getter substring(Operands o) {
        Getter.Words text = o.words(0);
        Getter.Number first = o.number(1);
        Getter.Number length = o.size() > 2 ? o.number(2) : (subject, scene) -> Integer.MAX_VALUE;
        return (Getter.Words) (subject, scene) -> {
            String value = text.words(subject, scene);
            double from = Math.rint(first.number(subject, scene)) - 1;
            double to = from + Math.rint(length.number(subject, scene));
            if (value == null || Undefined.is(from) || Undefined.is(to)) return null;
            int start = (int) Math.max(0, Math.min(value.length(), from));
            return value.substring(start, (int) Math.max(start, Math.min(value.length(), to)));
        };
    }

    private static Getter replace(Operands o) {
        Getter.Words text = o.words(0);
        Getter.Words what = o.words(1);
        Getter.Words by = o.words(2);
        return (Getter.Words) (subject, scene) -> {
            String value = text.words(subject, scene);
            String old = what.words(subject, scene);
            String with = by.words(subject, scene);
            return value == null || old == null || with == null
                    ? null
                    : old.isEmpty() ? value : value.replace(old, with);
        };
    }

    private static Getter number(Operands o) {
        Getter.Words text = o.words(0);
        return (Getter.Number) (subject, scene) -> numberIn(text.words(subject, scene));
    }

    private static double numberIn(@Nullable String text) {
        String digits = text == null ? "" : text.strip();
        return digits.length() <= 30 && digits.matches("[+-]?\\d+(\\.\\d+)?")
                ? Double.parseDouble(digits)
                : Undefined.DOUBLE;
    }
}
