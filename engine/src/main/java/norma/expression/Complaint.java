package norma.expression;

import java.util.Map;
import java.util.Objects;
import norma.diagnostics.Problem;
import norma.diagnostics.Span;
import norma.expression.check.Grammar;
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
            report.add(before == null ? Grammar.empty(report.span(0, 1)) : Grammar.valueAfter(report.span(before)));
            return;
        }
        report.add(about(token, before, report.span(token), report));
    }

    private static Problem about(Token token, @Nullable Token before, Span span, Report report) {
        boolean afterValue = before != null && endsValue(before);
        if (token instanceof Token.Name name && afterValue && OTHER_WORDS.containsKey(name.path())) {
            return Grammar.otherWord(span, name.path(), Objects.requireNonNull(OTHER_WORDS.get(name.path())));
        }
        if (token instanceof Token.Numeral && before instanceof Token.Numeral) {
            return Grammar.groupedDigits(report.span(before.from(), token.to()));
        }
        if (token.is(",") && before instanceof Token.Numeral) return Grammar.decimalComma(span);
        if (token.is(",")) return Grammar.loneComma(span);
        if (token.is(")")) return afterValue ? Grammar.nothingToClose(span) : Grammar.valueBefore(span);
        return afterValue ? Grammar.operatorBefore(span) : Grammar.valueExpected(span);
    }

    private static boolean endsValue(Token token) {
        if (token instanceof Token.Sign) return token.is(")");
        return !(token instanceof Token.Name)
                || !(token.is("and") || token.is("or") || token.is("not") || token.is("in"));
    }
}
