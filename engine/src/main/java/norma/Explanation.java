package norma;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.deviation.Episode;
import norma.deviation.Observation;
import norma.expression.Trace;
import norma.standard.DeviationRule;
import norma.standard.NormTable;
import norma.standard.Severity;

/**
 * Why a rule found, or did not find, something in a subject.
 *
 * @param condition how {@code only_if} came out
 * @param value how the value that is judged came about
 * @param rows the row of the norm that applied, then those that lost to it
 * @param stoppedBy the part of the condition that was not true, when that kept the rule from finding anything
 * @param durations what was counted in the condition and the value
 * @param reached for each level of the norm that time alone will take the value beyond: when, in epoch milliseconds
 */
public record Explanation(
        DeviationRule rule,
        Optional<Trace> condition,
        Optional<Trace> value,
        List<NormTable.Row> rows,
        Observation seen,
        Episode episode,
        boolean muted,
        Optional<Trace> stoppedBy,
        List<Elapsed> durations,
        Map<Severity, Long> reached) {}
