package norma.server.report;

import java.util.List;
import java.util.Map;
import norma.decide.Decision;
import norma.deviation.Deviation;
import norma.judge.Judge;
import norma.measure.Reading;
import norma.server.intake.Account;
import norma.standard.Standards;

/**
 * The outcome of one control cycle.
 *
 * @param rules a digest of the DRL that judged beside the standards; empty when there was none
 * @param asOf epoch milliseconds
 * @param from where the facts came from, as a user would name it
 * @param generated whether the facts are about nobody real
 * @param later changes that were read but lie after {@code asOf}, and were not applied
 * @param unmeasured KPI that no fact is a case of, by id
 * @param deviations worst first
 */
public record Cycle(
        Standards standards,
        String rules,
        long asOf,
        String from,
        boolean generated,
        Account account,
        long later,
        List<Reading> readings,
        List<String> unmeasured,
        List<Deviation> deviations,
        List<Decision> decisions,
        List<Judge.Failure> failures,
        Directory directory) {

    /** Facts known as of the time, by type; types without any are absent. */
    public Map<String, Long> factsByType() {
        return directory.factsByType();
    }
}
