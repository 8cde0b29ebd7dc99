package norma.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import norma.expression.Situation.Possible;

/**
 * What may be true of one subject at one moment, whatever the facts are. Immutable.
 *
 * <p>It is told from what expressions say, not from facts: which values of one part of an expression fit what was
 * supposed before. Never too few; “impossible” is a proof.
 */
public final class Possibilities {

    private static final String STAGE = "stage";
    private static final String PIPELINE = "pipeline";

    private final Supposing supposing;
    private final Map<String, List<String>> pipelines;
    private final List<Situation> left;

    private Possibilities(Supposing supposing, Map<String, List<String>> pipelines, List<Situation> left) {
        this.supposing = supposing;
        this.pipelines = pipelines;
        this.left = left;
    }

    /**
     * Everything.
     *
     * @param domains the values of every choice by its name; facts have no others
     * @param pipelines the stages of each pipeline; a deal is in one of its pipeline
     */
    public static Possibilities of(Map<String, List<String>> domains, Map<String, List<String>> pipelines) {
        return new Possibilities(new Supposing(domains), pipelines, List.of(Situation.ANY));
    }

    public boolean isEmpty() {
        return left.stream().noneMatch(this::inOnePipeline);
    }

    /** With the condition true. */
    public Possibilities where(Expression condition) {
        return where(condition.tree(), true);
    }

    Possibilities where(Tree condition, boolean truth) {
        return with(supposing.when(condition, truth, left));
    }

    /** With this value of a text, a choice or a reference. */
    public Possibilities where(Binding part, String value) {
        return narrowed(new Tree.Named(0, 0, part), Extent.of(Set.of(value)));
    }

    /**
     * With the value strictly beyond a limit.
     *
     * @param limit money and times as they are held, percent as a fraction
     */
    public Possibilities beyond(Expression value, boolean above, BigDecimal limit) {
        return narrowed(value.tree(), Extent.of(above ? Operator.MORE : Operator.LESS, limit));
    }

    /** With the reading of a KPI strictly beyond a limit, where an expression names it. */
    public Possibilities beyond(String kpi, boolean above, BigDecimal limit) {
        Extent extent = Extent.of(above ? Operator.MORE : Operator.LESS, limit);
        return with(left.stream()
                .flatMap(s -> s.with(kpi, new Possible(extent, false)).stream())
                .toList());
    }

    private Possibilities narrowed(Tree part, Extent to) {
        return with(left.stream()
                .flatMap(s -> supposing.narrowed(part, to, s).stream())
                .toList());
    }

    private Possibilities with(List<Situation> situations) {
        return new Possibilities(supposing, pipelines, situations);
    }

    private boolean inOnePipeline(Situation situation) {
        return situation.known().entrySet().stream()
                .filter(part -> part.getKey().equals(STAGE) || part.getKey().endsWith("." + STAGE))
                .allMatch(part -> {
                    String path = part.getKey();
                    Possible pipeline =
                            situation.known().get(path.substring(0, path.length() - STAGE.length()) + PIPELINE);
                    return pipeline == null || fit(pipeline, part.getValue());
                });
    }

    private boolean fit(Possible pipeline, Possible stage) {
        if (pipeline.missing() || stage.missing()) return true;
        if (!(pipeline.values() instanceof Extent.Words names) || !(stage.values() instanceof Extent.Words stages))
            return true;
        Predicate<String> holdsOne = name -> Optional.ofNullable(pipelines.get(name))
                .map(own -> own.stream().anyMatch(stages::contains))
                .orElse(true);
        return names.others() || names.words().stream().anyMatch(holdsOne);
    }
}
