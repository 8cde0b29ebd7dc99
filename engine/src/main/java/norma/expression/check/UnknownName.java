package norma.expression.check;

import norma.diagnostics.Check;
import norma.diagnostics.Letters;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A name that means nothing where it stands. */
public final class UnknownName extends Check {

    static final UnknownName CHECK = new UnknownName();

    private UnknownName() {
        super(
                "unknown-name",
                Severity.ERROR,
                new Text(
                        "What nobody knows has no value, and a condition of it would never be true. Write a field of"
                                + " the subject, a KPI that is measured for it, or a text in quotes.",
                        "У неизвестного имени нет значения, и условие с ним никогда не выполнится. Напишите поле"
                                + " предмета, показатель, который для него измеряется, или текст в кавычках."));
    }

    public static Problem of(Span span, String name, Iterable<String> known) {
        Text message = new Text("there is no “" + name + "” here", "имени «" + name + "» здесь нет");
        return CHECK.at(span, Letters.noting(name, message)).allowing(name, known);
    }

    /** Where a text could stand too. */
    public static Problem orText(Span span, String name, Iterable<String> known) {
        Text message = new Text(
                "there is no “" + name + "” here; a text is written in quotes: '" + name + "'",
                "имени «" + name + "» здесь нет; текст пишут в кавычках: '" + name + "'");
        return CHECK.at(span, Letters.noting(name, message)).allowing(name, known);
    }

    public static Problem list(Span span, String name) {
        Text message = new Text(
                "there is no list “" + name + "”; values are written in parentheses",
                "списка «" + name + "» нет; значения пишут в скобках");
        return CHECK.at(span, Letters.noting(name, message));
    }

    /** @param right the word that is used here */
    public static Problem otherWord(Span span, String word, String right) {
        return CHECK.at(
                span,
                new Text(
                        "there is no “" + word + "”: write “" + right + "”",
                        "слова «" + word + "» нет: пишите «" + right + "»"));
    }

    public static Problem function(Span span, String name, String signature) {
        return CHECK.at(
                span, new Text("“" + name + "” is a function: " + signature, "«" + name + "» — функция: " + signature));
    }

    public static Problem namesList(Span span, String name) {
        return CHECK.at(
                span,
                new Text(
                        "“" + name + "” is a list: it stands after “in”",
                        "«" + name + "» — список: он стоит после «in»"));
    }

    public static Problem namesCalendar(Span span, String name) {
        return CHECK.at(
                span,
                new Text(
                        "“" + name + "” is a calendar: it is the last argument of a function",
                        "«" + name + "» — календарь: он стоит последним в функции"));
    }

    /** @param what the type that has none */
    public static Problem noFields(Span span, String path, Text what) {
        return CHECK.at(
                span,
                new Text(
                        path + " is " + what.en() + ": it has no fields",
                        path + " — " + what.ru() + ": полей у него нет"));
    }

    public static Problem field(Span span, String of, String name, Iterable<String> fields) {
        Text message = new Text(of + " has no field “" + name + "”", "у " + of + " нет поля «" + name + "»");
        return CHECK.at(span, Letters.noting(name, message)).allowing(name, fields);
    }
}
