package norma;

import java.util.List;
import norma.decide.Decision;
import norma.deviation.Deviation;
import norma.measure.Revision;

/** What has become different: deviations raised, changed and cleared, new decisions, and readings before and after. */
public record Difference(
        List<Deviation> raised,
        List<Deviation> changed,
        List<Deviation> cleared,
        List<Decision> decided,
        List<Revision> readings) {

    public boolean isEmpty() {
        return raised.isEmpty() && changed.isEmpty() && cleared.isEmpty() && decided.isEmpty() && readings.isEmpty();
    }
}
