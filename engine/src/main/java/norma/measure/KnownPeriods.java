package norma.measure;

import java.util.HashMap;
import java.util.Map;
import norma.standard.Over;

/** Calendar periods, each made once. One thread at a time. */
final class KnownPeriods {

    private final Map<Over.Each, OrdinalMap<Period>> known = new HashMap<>();

    Period of(Over.Each each, long ordinal) {
        OrdinalMap<Period> ofUnit = known.computeIfAbsent(each, e -> new OrdinalMap<>());
        Period period = ofUnit.get(ordinal);
        return period != null ? period : ofUnit.get(ordinal, () -> Periods.of(each, ordinal));
    }
}
