package norma.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import norma.diagnostics.check.TooDeep;
import norma.diagnostics.check.TooLong;
import norma.expression.check.Grammar;

/** Reads tokens into a syntax tree by recursive descent: or, and, not, comparison, sum, product, minus, one value. */
final class Parser {

    static final int DEPTH = 40;
    static final int NODES = 500;

    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in", "is", "defined", "undefined");
    private static final Set<String> VALUES = Set.of("now", "true", "false");

    /** Stops the reading of an expression whose syntax was already reported. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stop() {
            super(null, null, false, false);
        }
    }

    private final List<Token> tokens;
    private final Report report;
    private int at;
    private int depth;
    private int nodes;

    private Parser(List<Token> tokens, Report report) {
        this.tokens = tokens;
        this.report = report;
    }

    /** Whether a name could never be read where this word stands. */
    static boolean reserves(String word) {
        return KEYWORDS.contains(word) || VALUES.contains(word);
    }

    /** Empty when the syntax is wrong beyond reading on; that was reported. */
    static Optional<Syntax> parse(List<Token> tokens, Report report) {
        Parser parser = new Parser(tokens, report);
        try {
            Syntax whole = parser.or();
            if (!(parser.next() instanceof Token.End)) parser.unexpected(parser.next());
            return Optional.of(whole);
        } catch (Stop reported) {
            return Optional.empty();
        }
    }

    private Syntax or() {
        return junction(false);
    }

    private Syntax junction(boolean all) {
        int from = next().from();
        List<Syntax> parts = new ArrayList<>();
        do {
            parts.add(all ? not() : junction(true));
        } while (keyword(all ? "and" : "or"));
        if (parts.size() == 1) return parts.get(0);
        return made(new Syntax.Junction(from, end(), all, List.copyOf(parts)));
    }

    private Syntax not() {
        int from = next().from();
        if (!keyword("not")) return comparison();
        deeper();
        Syntax of = not();
        depth--;
        return made(new Syntax.Not(from, end(), of));
    }

    private Syntax comparison() {
        int from = next().from();
        Syntax compared = compared(from, sum());
        if (compared instanceof Syntax.Comparison && operator(true).isPresent()) {
            report.add(Grammar.chained(report.span(next())));
            throw new Stop();
        }
        return compared;
    }

    private Syntax compared(int from, Syntax left) {
        Optional<Operator> operator = operator(true);
        if (operator.isPresent()) {
            at++;
            Syntax right = sum();
            return made(new Syntax.Comparison(from, end(), operator.get(), left, right));
        }
        if (keyword("is")) return presence(from, left);
        if (keyword("in")) return membership(from, left, false);
        if (is(next(), "not") && is(tokens.get(Math.min(at + 1, tokens.size() - 1)), "in")) {
            at += 2;
            return membership(from, left, true);
        }
        return left;
    }

    private Syntax presence(int start, Syntax left) {
        int from = next().from();
        boolean negated = keyword("not");
        Token last = next();
        boolean defined = keyword("defined");
        if (!defined && !keyword("undefined")) {
            report.add(Grammar.definedExpected(report.span(last)));
            throw new Stop();
        }
        if (negated) {
            String right = defined ? "undefined" : "defined";
            report.add(Grammar.write(report.span(from, last.to()), "is " + right));
        }
        return made(new Syntax.Presence(start, last.to(), left, defined != negated));
    }

    private Syntax membership(int from, Syntax left, boolean negated) {
        if (next() instanceof Token.Name name && !reserved(name)) {
            at++;
            Syntax.Word list = new Syntax.Word(name.from(), name.to(), name.path());
            return made(new Syntax.InList(from, name.to(), left, list, negated));
        }
        if (!sign("(")) {
            report.add(Grammar.listExpected(report.span(next())));
            throw new Stop();
        }
        deeper();
        List<Syntax> options = arguments();
        depth--;
        return made(new Syntax.OneOf(from, end(), left, options, negated));
    }

    private Syntax sum() {
        int from = next().from();
        Syntax left = product();
        while (is(next(), "+") || is(next(), "-")) {
            Operator operator = operator(false).orElseThrow();
            at++;
            Syntax right = product();
            left = made(new Syntax.Sum(from, end(), operator, left, right));
        }
        return left;
    }

    private Syntax product() {
        int from = next().from();
        Syntax left = minus();
        while (is(next(), "*") || is(next(), "/")) {
            Operator operator = operator(false).orElseThrow();
            at++;
            Syntax right = minus();
            left = made(new Syntax.Sum(from, end(), operator, left, right));
        }
        return left;
    }

    private Syntax minus() {
        int from = next().from();
        if (!sign("-")) return value();
        deeper();
        Syntax of = minus();
        depth--;
        return made(new Syntax.Minus(from, end(), of));
    }

    private Syntax value() {
        Token token = next();
        if (token instanceof Token.Numeral n) return literal(new Syntax.Numeral(n.from(), n.to(), n.value(), n.unit()));
        if (token instanceof Token.Quoted q) return literal(new Syntax.Quoted(q.from(), q.to(), q.text()));
        if (token instanceof Token.Day d) return literal(new Syntax.Day(d.from(), d.to(), d.date()));
        if (token instanceof Token.Name name && !reserved(name)) return named(name);
        if (!sign("(")) return unexpected(token);
        deeper();
        Syntax inside = or();
        close(token);
        depth--;
        return inside;
    }

    private Syntax named(Token.Name name) {
        at++;
        if (!name.quoted() && is(next(), "(")) return call(name);
        if (name.is("now")) return made(new Syntax.Now(name.from(), name.to()));
        if (name.is("true") || name.is("false")) return made(new Syntax.Flag(name.from(), name.to(), name.is("true")));
        return made(new Syntax.Word(name.from(), name.to(), name.path()));
    }

    private Syntax call(Token.Name name) {
        at++;
        deeper();
        List<Syntax> arguments = arguments();
        depth--;
        return made(new Syntax.Call(name.from(), name.to(), end(), name.path(), arguments));
    }

    /** After the opening parenthesis, through the closing one. */
    private List<Syntax> arguments() {
        Token open = tokens.get(at - 1);
        List<Syntax> arguments = new ArrayList<>();
        if (sign(")")) return arguments;
        do {
            arguments.add(or());
        } while (sign(","));
        close(open);
        return List.copyOf(arguments);
    }

    private void close(Token open) {
        if (sign(")")) return;
        if (next() instanceof Token.End) {
            report.add(Grammar.openParenthesis(report.span(open)));
            throw new Stop();
        }
        unexpected(next());
    }

    private Syntax literal(Syntax literal) {
        at++;
        return made(literal);
    }

    private Syntax unexpected(Token token) {
        Complaint.about(token, at == 0 ? null : tokens.get(at - 1), report);
        throw new Stop();
    }

    private void deeper() {
        if (++depth <= DEPTH) return;
        report.add(TooDeep.expression(report.span(next()), DEPTH));
        throw new Stop();
    }

    private <S extends Syntax> S made(S node) {
        if (++nodes <= NODES) return node;
        report.add(TooLong.parts(report.span(node), NODES));
        throw new Stop();
    }

    /** Where the last token that was read ends, so that a part has its parentheses with it. */
    private int end() {
        return tokens.get(at - 1).to();
    }

    private Token next() {
        return tokens.get(at);
    }

    private static boolean is(Token token, String text) {
        return token.is(text);
    }

    private boolean sign(String sign) {
        boolean found = next() instanceof Token.Sign && next().is(sign);
        if (found) at++;
        return found;
    }

    private Optional<Operator> operator(boolean compares) {
        return next() instanceof Token.Sign sign
                ? Operator.of(sign.text()).filter(o -> o.compares() == compares)
                : Optional.empty();
    }

    /** Steps over the word when it is this one; in capitals it is reported and taken. */
    private boolean keyword(String word) {
        if (!(next() instanceof Token.Name name) || name.quoted()) return false;
        boolean capitals = name.path().equals(word.toUpperCase(java.util.Locale.ROOT));
        if (capitals) report.add(Grammar.capitals(report.span(name), word));
        if (capitals || name.is(word)) at++;
        return capitals || name.is(word);
    }

    private static boolean reserved(Token.Name name) {
        return !name.quoted() && KEYWORDS.contains(name.path());
    }
}
