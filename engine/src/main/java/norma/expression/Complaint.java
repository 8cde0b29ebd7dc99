package norma.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what is wrong where the grammar does not go on. */
final class Complaint {

    /** Words of other languages after a value, and what is written here. */
    private static final Map<String, String> OTHER_WORDS = Map.of(
            "between", "a >= 1 and a <= 5",
            "like", "contains(a, 'text'), starts_with(a, 'text')",
            "equals", "a = b",
            "eq", "a = b",
            "then", "if(condition, value, otherwise)",
            "else", "if(condition, value, otherwise)");

    private Complaint() {}

    static void about(Token token, @Nullable Token before, Report report) {
        if (token instanceof Token.End) {
            int from = before == null ? 0 : before.from();
            int to = before == null ? 1 : before.to();
            if (before == null) report.error("syntax", from, to, "the expression is empty", "выражение пустое");
            else report.error("syntax", from, to, "a value is missing after this", "после этого не хватает значения");
            return;
        }
        boolean afterValue = before != null && endsValue(before);
        if (token instanceof Token.Name name && afterValue && OTHER_WORDS.containsKey(name.path())) {
            String right = OTHER_WORDS.get(name.path());
            report.error(
                    "syntax",
                    token.from(),
                    token.to(),
                    "there is no “" + name.path() + "”: write " + right,
                    "слова «" + name.path() + "» нет: пишите " + right);
        } else if (token instanceof Token.Numeral && before instanceof Token.Numeral) {
            report.error(
                    "syntax",
                    before.from(),
                    token.to(),
                    "digits are grouped by “_”: 1_000_000",
                    "разряды отделяют знаком «_»: 1_000_000");
        } else if (token.is(",") && before instanceof Token.Numeral) {
            report.error(
                    "syntax",
                    token.from(),
                    token.to(),
                    "a comma only separates arguments: decimals follow a point, 2.5",
                    "запятая разделяет только аргументы; дробную часть отделяют точкой: 2.5");
        } else if (token.is(",")) {
            report.error(
                    "syntax",
                    token.from(),
                    token.to(),
                    "a comma only separates values in parentheses",
                    "запятая разделяет только значения в скобках");
        } else if (token.is(")")) {
            String en = afterValue ? "there is no parenthesis to close here" : "a value is missing before this";
            String ru = afterValue ? "здесь нечего закрывать скобкой" : "перед скобкой не хватает значения";
            report.error("syntax", token.from(), token.to(), en, ru);
        } else if (afterValue) {
            report.error(
                    "syntax",
                    token.from(),
                    token.to(),
                    "an operator is missing before this",
                    "перед этим не хватает знака операции");
        } else {
            report.error("syntax", token.from(), token.to(), "a value is expected here", "здесь ожидается значение");
        }
    }

    private static boolean endsValue(Token token) {
        if (token instanceof Token.Sign) return token.is(")");
        return !(token instanceof Token.Name)
                || !(token.is("and") || token.is("or") || token.is("not") || token.is("in"));
    }
}
