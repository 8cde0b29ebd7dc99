package norma.server.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import norma.Explanation;
import norma.decide.Decision;
import norma.deviation.Deviation;
import norma.deviation.Episode;
import norma.deviation.Observation.Verdict;
import norma.expression.Truth;
import norma.fact.Fact;
import norma.standard.Severity;
import norma.standard.Standards;

/**
 * What the rules made of one subject.
 *
 * @param explanations of the rules from YAML, what was found first
 * @param deviations all of this subject, those of rules in DRL among them
 * @param decisions that answer them
 * @param inFull whether rules that found nothing are told in full too
 */
public record Explained(
        Standards standards,
        long asOf,
        Fact subject,
        List<Explanation> explanations,
        List<Deviation> deviations,
        List<Decision> decisions,
        Directory directory,
        boolean inFull) {

    public Explained {
        explanations = explanations.stream()
                .sorted(Comparator.comparing(Explained::outcome)
                        .thenComparing(e -> e.episode().severity() == Severity.WARN))
                .toList();
    }

    /** What a rule came to, the more urgent the earlier. */
    enum Outcome {
        RAISED,
        PENDING,
        MUTED,
        NO_DATA,
        HOLDS,
        STOPPED
    }

    static Outcome outcome(Explanation explanation) {
        Episode episode = explanation.episode();
        if (explanation.muted()) return Outcome.MUTED;
        if (episode.isRaised()) return Outcome.RAISED;
        if (episode.state() == Episode.State.PENDING) return Outcome.PENDING;
        if (explanation.seen().verdict() == Verdict.NO_DATA) return Outcome.NO_DATA;
        boolean stopped = explanation
                .condition()
                .filter(condition -> condition.value().raw() != Truth.TRUE)
                .isPresent();
        return stopped ? Outcome.STOPPED : Outcome.HOLDS;
    }

    Optional<Deviation> deviation(Explanation explanation) {
        return deviations.stream()
                .filter(d -> d.rule().equals(explanation.rule().id()))
                .findFirst();
    }

    /** Deviations that no explanation tells of: those of rules in DRL. */
    List<Deviation> unexplained() {
        return deviations.stream()
                .filter(d -> explanations.stream().noneMatch(e -> e.rule().id().equals(d.rule())))
                .toList();
    }

    List<Decision> decisionsOn(Deviation deviation) {
        return decisions.stream()
                .filter(decision -> decision.deviation().equals(deviation.id()))
                .toList();
    }
}
