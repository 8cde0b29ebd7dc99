package norma.expression;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.expression.check.Grammar;
import norma.expression.check.OddCharacter;

/** Cuts a text into tokens. What it cannot read it reports and steps over, so that one odd character hides no other. */
final class Lexer {

    /** What people write who know another language, and how it is written here. */
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("&&", "and"),
            Map.entry("&", "and"),
            Map.entry("||", "or"),
            Map.entry("|", "or"),
            Map.entry("==", "="),
            Map.entry("<>", "!="),
            Map.entry("=<", "<="),
            Map.entry("=>", ">="),
            Map.entry("!", "not"),
            Map.entry("≤", "<="),
            Map.entry("≥", ">="),
            Map.entry("≠", "!="),
            Map.entry("−", "-"),
            Map.entry("–", "-"),
            Map.entry("—", "-"),
            Map.entry("×", "*"),
            Map.entry("÷", "/"),
            Map.entry("{", "("),
            Map.entry("}", ")"));

    private static final List<String> SIGNS = List.of(
            "&&", "||", "==", "<>", "=<", "=>", "!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "(", ")", ",");

    private static final String ODD_QUOTES = "“”„«»‘’‚";

    private final String text;
    private final Report report;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text, Report report) {
        this.text = text;
        this.report = report;
    }

    /** Always ends with {@link Token.End}. */
    static List<Token> tokens(String text, Report report) {
        Lexer lexer = new Lexer(text, report);
        while (lexer.at < text.length()) lexer.next();
        lexer.tokens.add(new Token.End(text.length(), text.length()));
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') at++;
        else if (digit(at)) number();
        else if (nameStarts(at) || c == '`') name();
        else if (c == '\'' || c == '"') quoted(c);
        else if (ODD_QUOTES.indexOf(c) >= 0) quotedOddly();
        else sign();
    }

    private void number() {
        int from = at;
        if (date()) return;
        NumeralReader reader = new NumeralReader(text, at, report);
        Optional<Token.Numeral> numeral = reader.read();
        at = reader.end();
        tokens.add(numeral.orElseGet(() -> new Token.Numeral(from, at, java.math.BigDecimal.ONE, Optional.empty())));
    }

    private boolean date() {
        String shape = "dddd-dd-dd";
        for (int i = 0; i < shape.length(); i++) {
            if (at + i >= text.length()) return false;
            if (shape.charAt(i) == 'd' ? !digit(at + i) : text.charAt(at + i) != '-') return false;
        }
        int to = at + shape.length();
        if (digit(to)) return false;
        String written = text.substring(at, to);
        try {
            tokens.add(new Token.Day(at, to, LocalDate.parse(written)));
        } catch (DateTimeParseException e) {
            report.add(Grammar.noDate(report.span(at, to), written));
            tokens.add(new Token.Day(at, to, LocalDate.EPOCH));
        }
        at = to;
        return true;
    }

    private void name() {
        int from = at;
        StringBuilder path = new StringBuilder();
        boolean quoted = false;
        while (true) {
            if (text.charAt(at) == '`') {
                quoted = true;
                int end = text.indexOf('`', at + 1);
                if (end < 0) {
                    report.add(Grammar.openBackQuote(report.span(from, text.length())));
                    end = text.length();
                }
                path.append(text, at + 1, end);
                at = Math.min(end + 1, text.length());
            } else {
                int start = at;
                while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_'))
                    at++;
                path.append(text, start, at);
            }
            boolean goesOn = at + 1 < text.length()
                    && text.charAt(at) == '.'
                    && (nameStarts(at + 1) || text.charAt(at + 1) == '`');
            if (!goesOn) break;
            path.append('.');
            at++;
        }
        if (at < text.length() && text.charAt(at) == '[') period(path);
        tokens.add(new Token.Name(from, at, path.toString(), quoted));
    }

    /** The period of a KPI stays with its name: {@code win_rate[rolling 90d]}. */
    private void period(StringBuilder path) {
        int end = text.indexOf(']', at);
        if (end < 0) {
            report.add(Grammar.openBracket(report.span(at, at + 1)));
            at = text.length();
            return;
        }
        path.append('[')
                .append(text.substring(at + 1, end).strip().replaceAll("\\s+", " "))
                .append(']');
        at = end + 1;
    }

    /** A quote inside is written twice. */
    private void quoted(char quote) {
        int from = at;
        StringBuilder inside = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != quote) {
                inside.append(c);
            } else if (at < text.length() && text.charAt(at) == quote) {
                inside.append(quote);
                at++;
            } else {
                tokens.add(new Token.Quoted(from, at, inside.toString()));
                return;
            }
        }
        report.add(Grammar.openQuote(report.span(from, from + 1)));
        tokens.add(new Token.Quoted(from, at, inside.toString()));
    }

    private void quotedOddly() {
        int from = at++;
        int end = at;
        while (end < text.length() && ODD_QUOTES.indexOf(text.charAt(end)) < 0) end++;
        String inside = text.substring(at, end);
        at = Math.min(end + 1, text.length());
        report.add(OddCharacter.quote(report.span(from, from + 1), inside));
        tokens.add(new Token.Quoted(from, at, inside));
    }

    private void sign() {
        int from = at;
        Optional<String> known =
                SIGNS.stream().filter(s -> text.startsWith(s, at)).findFirst();
        String sign = known.orElseGet(() -> new String(Character.toChars(text.codePointAt(from))));
        at += sign.length();
        String right = FOREIGN.get(sign);
        if (right != null) {
            report.add(Grammar.otherSign(report.span(from, at), sign, right));
            boolean word = Character.isLetter(right.charAt(0));
            tokens.add(word ? new Token.Name(from, at, right, false) : new Token.Sign(from, at, right));
        } else if (known.isPresent()) {
            tokens.add(new Token.Sign(from, at, sign));
        } else {
            odd(from, sign);
        }
    }

    private void odd(int from, String sign) {
        int point = sign.codePointAt(0);
        if (Character.isSpaceChar(point) || Character.isWhitespace(point)) {
            report.add(OddCharacter.space(report.span(from, at), point));
        } else if (sign.equals("%")) {
            percentApart(from);
        } else if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
            report.add(OddCharacter.invisible(report.span(from, at), point));
        } else {
            report.add(OddCharacter.meaningless(report.span(from, at), sign));
        }
    }

    /** Read as it was meant, so that no second problem follows. */
    private void percentApart(int from) {
        report.add(Grammar.percentApart(report.span(from, at)));
        int last = tokens.size() - 1;
        if (last < 0
                || !(tokens.get(last) instanceof Token.Numeral n)
                || n.unit().isPresent()) return;
        tokens.set(last, new Token.Numeral(n.from(), at, n.value().movePointLeft(2), Optional.of(Type.PERCENT)));
    }

    private boolean digit(int index) {
        return NumeralReader.digit(text, index);
    }

    private boolean nameStarts(int index) {
        return Character.isLetter(text.charAt(index)) || text.charAt(index) == '_';
    }
}
