package norma.expression.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** An expression that is not put together as expressions are. */
public final class Grammar extends Check {

    static final Grammar CHECK = new Grammar();

    private Grammar() {
        super(
                "syntax",
                Severity.ERROR,
                new Text(
                        "An expression that was read differently from how it was meant would judge silently and"
                                + " wrongly, so nothing is guessed. Mend it as the message says; the reference of the language"
                                + " has a section on expressions.",
                        "Если прочесть выражение не так, как задумано, оно будет судить неверно, и никто этого не"
                                + " заметит, поэтому догадок нет. Исправьте так, как сказано в сообщении; выражениям посвящён"
                                + " раздел справочника по языку."));
    }

    public static Problem empty(Span span) {
        return CHECK.at(span, new Text("the expression is empty", "выражение пустое"));
    }

    public static Problem valueAfter(Span span) {
        return CHECK.at(span, new Text("a value is missing after this", "после этого не хватает значения"));
    }

    public static Problem valueBefore(Span span) {
        return CHECK.at(span, new Text("a value is missing before this", "перед скобкой не хватает значения"));
    }

    public static Problem valueExpected(Span span) {
        return CHECK.at(span, new Text("a value is expected here", "здесь ожидается значение"));
    }

    public static Problem operatorBefore(Span span) {
        return CHECK.at(span, new Text("an operator is missing before this", "перед этим не хватает знака операции"));
    }

    public static Problem nothingToClose(Span span) {
        return CHECK.at(span, new Text("there is no parenthesis to close here", "здесь нечего закрывать скобкой"));
    }

    public static Problem groupedDigits(Span span) {
        return CHECK.at(
                span, new Text("digits are grouped by “_”: 1_000_000", "разряды отделяют знаком «_»: 1_000_000"));
    }

    public static Problem decimalComma(Span span) {
        return CHECK.at(
                span,
                new Text(
                        "a comma only separates arguments: decimals follow a point, 2.5",
                        "запятая разделяет только аргументы; дробную часть отделяют точкой: 2.5"));
    }

    public static Problem loneComma(Span span) {
        return CHECK.at(
                span,
                new Text(
                        "a comma only separates values in parentheses", "запятая разделяет только значения в скобках"));
    }

    public static Problem chained(Span span) {
        return CHECK.at(
                span,
                new Text(
                        "comparisons do not chain: join two of them with “and”",
                        "сравнения нельзя писать цепочкой: соедините два сравнения словом «and»"));
    }

    public static Problem definedExpected(Span span) {
        return CHECK.at(
                span,
                new Text("after “is” comes “defined” or “undefined”", "после «is» пишут «defined» или «undefined»"));
    }

    public static Problem listExpected(Span span) {
        return CHECK.at(
                span,
                new Text(
                        "after “in” comes a list in parentheses, or the name of a list",
                        "после «in» пишут список в скобках или имя списка"));
    }

    public static Problem openParenthesis(Span span) {
        return CHECK.at(span, new Text("the parenthesis is never closed", "скобка не закрыта"));
    }

    public static Problem openBracket(Span span) {
        return CHECK.at(span, new Text("the bracket is never closed", "квадратная скобка не закрыта"));
    }

    public static Problem openQuote(Span span) {
        return CHECK.at(span, new Text("the quote is never closed", "кавычка не закрыта"));
    }

    public static Problem openBackQuote(Span span) {
        return CHECK.at(span, new Text("the back quote is never closed", "обратная кавычка не закрыта"));
    }

    public static Problem percentApart(Span span) {
        return CHECK.at(span, new Text("% stands right after a number: 60%", "знак % пишут сразу после числа: 60%"));
    }

    /** @param right how it is written here */
    public static Problem otherWord(Span span, String word, String right) {
        return CHECK.at(
                span,
                new Text("there is no “" + word + "”: write " + right, "слова «" + word + "» нет: пишите " + right));
    }

    /** @param right how it is written here */
    public static Problem otherSign(Span span, String sign, String right) {
        return CHECK.at(
                span,
                new Text(
                        "“" + sign + "” is written “" + right + "” here",
                        "вместо «" + sign + "» здесь пишут «" + right + "»"));
    }

    public static Problem write(Span span, String right) {
        return CHECK.at(span, new Text("write “" + right + "”", "напишите «" + right + "»"));
    }

    public static Problem capitals(Span span, String word) {
        return CHECK.at(
                span,
                new Text(
                        "key words are written in small letters: " + word,
                        "служебные слова пишут строчными буквами: " + word));
    }

    public static Problem noDate(Span span, String written) {
        return CHECK.at(span, new Text("there is no date " + written, "даты " + written + " не существует"));
    }

    public static Problem noUnit(Span span, String unit) {
        return CHECK.at(
                span,
                new Text(
                        "“" + unit + "” is no unit: write %, d, wd, h or wh, or nothing",
                        "«" + unit + "» — не единица: пишите %, d, wd, h, wh или ничего"));
    }
}
