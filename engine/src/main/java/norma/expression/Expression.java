package norma.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import norma.diagnostics.Problems;
import norma.diagnostics.Span;
import norma.diagnostics.check.TooLong;
import org.jspecify.annotations.Nullable;

/**
 * An expression, typed and compiled; immutable, safe for many threads.
 *
 * <p>Evaluation allocates nothing, but for functions of texts. It throws {@link OutOfRange}, which is an {@link
 * ArithmeticException} with a message that names the expression, when money or a time leaves its range; a caller reports
 * the rule as failed for that subject. Asking for a representation that is not that of the type is a mistake of the
 * program: {@link ClassCastException}.
 */
public final class Expression {

    /** The most characters that an expression may have. */
    public static final int LENGTH = 2_000;

    /** Milliseconds: what time has not changed for so long it never does. */
    public static final long HORIZON = Crossing.HORIZON;

    private final String text;
    private final Placement place;
    private final Tree tree;
    private final Getter getter;
    private final Moments moments;
    private final Set<String> fields;
    private final Set<Reading> readings;
    private final List<Source> sources;
    private final boolean readsNow;

    /** Made when first asked for; whichever thread makes it, it is the same. */
    private @Nullable Part whole;

    private Expression(String text, Placement place, Names names, Tree tree) {
        this.text = text;
        this.place = place;
        this.tree = tree;
        this.getter = Compiler.compile(tree);
        this.moments = new Moments(tree, names.defaultCalendar());
        Set<String> paths = new LinkedHashSet<>();
        Set<Reading> kpis = new LinkedHashSet<>();
        collect(tree, paths, kpis);
        this.fields = Set.copyOf(paths);
        this.readings = Set.copyOf(kpis);
        this.sources = sources(tree).toList();
        this.readsNow = tree.readsNow();
    }

    /** Whether expressions have a meaning of their own for this word, so that nothing can be called so. */
    public static boolean reserves(String word) {
        return Parser.reserves(word);
    }

    /**
     * Reads and checks a text.
     *
     * @param place where the text stands in its file
     * @param problems takes every problem that was found
     * @return empty when there was an error
     */
    public static Optional<Expression> compile(
            String text, Placement place, Names names, Expected expected, Problems problems) {
        Report report = new Report(text, place, problems);
        if (text.length() > LENGTH) {
            report.add(TooLong.expression(report.span(0, 1), LENGTH));
            return Optional.empty();
        }
        Tree tree = Parser.parse(Lexer.tokens(text, report), report)
                .map(syntax -> new Checker(names, report).check(syntax, expected))
                .orElse(null);
        return tree == null || report.failed()
                ? Optional.empty()
                : Optional.of(new Expression(text, place, names, tree));
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    public Type type() {
        return tree.type();
    }

    public Span span() {
        return place.span(0, text.length());
    }

    /** Whether everything that the other condition joins by {@code and} is joined by this one too, word for word. */
    public boolean asksAllOf(Expression other) {
        return Parts.joined(tree).containsAll(Parts.joined(other.tree));
    }

    /** What it means: expressions of one meaning have one value, for one subject at one moment. */
    public String meaning() {
        return Parts.name(tree);
    }

    /** Where a part of it stands. */
    Span span(int from, int to) {
        return place.span(from, to);
    }

    Tree tree() {
        return tree;
    }

    /** The value of an expression of money or time; {@link Undefined#LONG} when undefined. */
    public long whole(Object subject, Scene scene) {
        try {
            return ((Getter.Whole) getter).whole(subject, scene);
        } catch (OutOfRange e) {
            throw e.in(text);
        }
    }

    /** The same of the first many subjects at once; throws what it throws for one of them. */
    public void wholes(Object[] subjects, int many, Scene scene, long[] into) {
        try {
            ((Getter.Whole) getter).wholes(subjects, many, scene, into);
        } catch (OutOfRange e) {
            throw e.in(text);
        }
    }

    /** The value of any other numeric expression, percent as a fraction; NaN when undefined. */
    public double number(Object subject, Scene scene) {
        try {
            return ((Getter.Number) getter).number(subject, scene);
        } catch (OutOfRange e) {
            throw e.in(text);
        }
    }

    /** The same of the first many subjects at once. */
    public void numbers(Object[] subjects, int many, Scene scene, double[] into) {
        try {
            ((Getter.Number) getter).numbers(subjects, many, scene, into);
        } catch (OutOfRange e) {
            throw e.in(text);
        }
    }

    /** The value of a text or a reference; null when undefined. */
    public @Nullable String words(Object subject, Scene scene) {
        try {
            return ((Getter.Words) getter).words(subject, scene);
        } catch (OutOfRange e) {
            throw e.in(text);
        }
    }

    /** The same of the first many subjects at once. */
    public void words(Object[] subjects, int many, Scene scene, @Nullable String[] into) {
        try {
            ((Getter.Words) getter).words(subjects, many, scene, into);
        } catch (OutOfRange e) {
            throw e.in(text);
        }
    }

    public Truth truth(Object subject, Scene scene) {
        try {
            return ((Getter.Condition) getter).truth(subject, scene);
        } catch (OutOfRange e) {
            throw e.in(text);
        }
    }

    /** Whether the condition is true: neither false nor undefined. */
    public boolean holds(Object subject, Scene scene) {
        return truth(subject, scene).holds();
    }

    /** The same of the first many subjects at once. */
    public void hold(Object[] subjects, int many, Scene scene, boolean[] into) {
        try {
            ((Getter.Condition) getter).hold(subjects, many, scene, into);
        } catch (OutOfRange e) {
            throw e.in(text);
        }
    }

    /** Whatever the type, the value with it: for reports. */
    public Value value(Object subject, Scene scene) {
        try {
            return Value.of(tree.type(), getter, subject, scene);
        } catch (OutOfRange e) {
            throw e.in(text);
        }
    }

    /** Every field path that is read, and the steps that lead to it: {@code owner.team} and {@code owner}. */
    public Set<String> fields() {
        return fields;
    }

    public Set<Reading> readings() {
        return readings;
    }

    /** The fields and KPI that are read, as they are written, in that order; one that is read twice is there twice. */
    public List<Source> sources() {
        return sources;
    }

    /** A name that stands in an expression. */
    public record Source(String text, Binding binding) {

        public Value value(Object subject, Scene scene) {
            return Value.of(binding.type(), binding.getter(), subject, scene);
        }
    }

    /** Whether the value may change while every fact stays as it is. */
    public boolean readsNow() {
        return readsNow;
    }

    /**
     * For a condition: the earliest moment after now at which time alone could change its truth, in epoch milliseconds;
     * {@link Long#MAX_VALUE} for never. Exact for comparisons of quantities that only rise or only fall as time passes,
     * such as {@code working_days(since, now) > 10} or {@code ends_at < add_days(now, 30)}; for what else reads now, the
     * next local midnight of the default calendar. Of {@code and}, {@code or} and {@code not} the earliest of the parts.
     *
     * <p>For any other value that reads now: the next local midnight.
     */
    public long changesAt(Object subject, Scene scene) {
        return moments.change(subject, scene);
    }

    /**
     * For a number: the earliest moment after now at which the answer to “is it above the limit” changes by time alone;
     * {@link Long#MAX_VALUE} for never. Exact for what only rises or only falls as time passes, otherwise the next local
     * midnight when it reads now.
     *
     * @param limit in the unit of the expression; percent as a fraction, money in 1/10000
     * @param strictly whether a value equal to the limit is not above it
     */
    public long crosses(double limit, boolean strictly, Object subject, Scene scene) {
        return crosses(limit, strictly, subject, scene, Long.MAX_VALUE);
    }

    /** The same, looked for up to {@code last}: {@link Long#MAX_VALUE} when it is later. */
    public long crosses(double limit, boolean strictly, Object subject, Scene scene, long last) {
        return moments.crossing(limit, strictly, subject, scene, last);
    }

    /** Whether the value only ever rises as time passes, facts being as they are. */
    public boolean onlyRises() {
        return moments.drift() == Drift.RISES;
    }

    /** Whether the value only ever falls as time passes, facts being as they are. */
    public boolean onlyFalls() {
        return moments.drift() == Drift.FALLS;
    }

    /** Whether the value only ever rises or only ever falls as time passes, facts being as they are. */
    public boolean movesOneWay() {
        return moments.oneWay();
    }

    /**
     * For a number: the moment, not after now, since which the answer to “is it above the limit” is what it is, facts being
     * as they are; {@link Undefined#LONG} when time never changed it, or that cannot be told.
     */
    public long crossedAt(double limit, boolean strictly, Object subject, Scene scene) {
        return moments.lastCrossing(limit, strictly, subject, scene);
    }

    /** How it came to its value, for an explanation; slower than the value alone. */
    public Trace trace(Object subject, Scene scene) {
        Part known = whole;
        if (known == null) whole = known = part(tree);
        return known.trace(subject, scene);
    }

    private Part part(Tree part) {
        return new Part(
                part.type(),
                Compiler.compile(part),
                text.substring(part.from(), part.to()),
                place.span(part.from(), part.to()),
                part.parts().stream().map(this::part).toList());
    }

    /** A part as it is traced, compiled by itself. */
    private record Part(Type type, Getter getter, String text, Span span, List<Part> parts) {

        Trace trace(Object subject, Scene scene) {
            List<Trace> traces = new ArrayList<>(parts.size());
            for (Part part : parts) traces.add(part.trace(subject, scene));
            return new Trace(text, span, Value.of(type, getter, subject, scene), List.copyOf(traces));
        }
    }

    private Stream<Source> sources(Tree part) {
        return part instanceof Tree.Named named
                ? Stream.of(new Source(text.substring(named.from(), named.to()), named.binding()))
                : part.parts().stream().flatMap(this::sources);
    }

    private static void collect(Tree part, Set<String> fields, Set<Reading> readings) {
        part.parts().forEach(p -> collect(p, fields, readings));
        if (!(part instanceof Tree.Named named)) return;
        String name = named.binding().name();
        if (named.binding().origin() == Binding.Origin.READING) {
            readings.add(Reading.named(name));
            return;
        }
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) fields.add(name.substring(0, dot));
        fields.add(name);
    }

    @Override
    public String toString() {
        return text;
    }
}
