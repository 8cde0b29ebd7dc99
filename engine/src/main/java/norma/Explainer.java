package norma;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import norma.deviation.Episode;
import norma.expression.Scene;
import norma.expression.Trace;
import norma.expression.Truth;
import norma.expression.Undefined;
import norma.fact.Fact;
import norma.judge.Judge;
import norma.judge.Watch;
import norma.standard.DeviationRule;
import norma.standard.Limit;
import norma.standard.Norm;
import norma.standard.NormTable;
import norma.standard.Severity;
import norma.standard.Standards;
import norma.standard.Subject;

/** Retraces what the rules made of one subject. */
final class Explainer {

    private final Standards standards;
    private final Judge judge;
    private final Scene scene;

    Explainer(Standards standards, Judge judge, Scene scene) {
        this.standards = standards;
        this.judge = judge;
        this.scene = scene;
    }

    List<Explanation> explain(Fact subject) {
        List<Explanation> explanations = new ArrayList<>();
        for (DeviationRule rule : standards.deviations().values()) {
            if (!(rule.on() instanceof Subject.OfFact on) || on.type() != subject.type()) continue;
            judge.watch(rule.id()).ifPresent(watch -> explanations.add(explain(rule, watch, subject)));
        }
        return List.copyOf(explanations);
    }

    private Explanation explain(DeviationRule rule, Watch watch, Fact subject) {
        Optional<Trace> condition = rule.onlyIf().map(only -> only.trace(subject, scene));
        Optional<Trace> value = rule.breaks().map(table -> table.value().trace(subject, scene));
        List<NormTable.Row> rows = rule.breaks()
                .map(table -> table.candidates(
                        subject, scene, standards.model().calendar().dateOf(scene.now())))
                .orElse(List.of());
        Episode episode = judge.episode(rule.id(), subject).orElse(Episode.QUIET);
        boolean muted = episode.isRaised() && !judge.shows(rule.id(), subject);
        return new Explanation(
                rule,
                condition,
                value,
                rows,
                watch.observe(subject, scene),
                episode,
                muted,
                condition.flatMap(Explainer::stopper),
                durations(condition, value, subject),
                rule.breaks().map(table -> reached(table, rows.get(0), subject)).orElse(Map.of()));
    }

    private List<Elapsed> durations(Optional<Trace> condition, Optional<Trace> value, Fact subject) {
        return Stream.concat(condition.stream(), value.stream())
                .flatMap(trace -> Elapsed.in(trace, standards, scene.pauses(subject)).stream())
                .toList();
    }

    /** Levels that lie ahead. A value that time alone does not move, or moves away, reaches none. */
    private Map<Severity, Long> reached(NormTable table, NormTable.Row row, Fact subject) {
        Map<Severity, Long> reached = new EnumMap<>(Severity.class);
        if (!table.value().readsNow() || table.value().type().whole()) return reached;
        row.levels().warn().ifPresent(limit -> reaches(table, limit, subject)
                .ifPresent(at -> reached.put(Severity.WARN, at)));
        row.levels().critical().ifPresent(limit -> reaches(table, limit, subject)
                .ifPresent(at -> reached.put(Severity.CRITICAL, at)));
        return reached;
    }

    private Optional<Long> reaches(NormTable table, Limit limit, Fact subject) {
        boolean above = table.norm().breach() == Norm.Breach.ABOVE;
        double now = table.value().number(subject, scene);
        boolean beyond = above ? now > limit.number() : now < limit.number();
        if (Undefined.is(now) || beyond) return Optional.empty();
        long at = table.value().crosses(limit.number(), above, subject, scene);
        return at == Long.MAX_VALUE ? Optional.empty() : Optional.of(at);
    }

    /** The smallest part that is not true, and by which the whole is not. */
    private static Optional<Trace> stopper(Trace trace) {
        if (!(trace.value().raw() instanceof Truth truth) || truth == Truth.TRUE) return Optional.empty();
        return trace.parts().stream()
                .flatMap(part -> stopper(part).stream())
                .findFirst()
                .or(() -> Optional.of(trace));
    }
}
