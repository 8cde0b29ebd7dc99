package norma.measure;

import java.util.List;
import norma.standard.Over;

/** What every slice of one KPI is made of. */
record Shape(Aggregate aggregate, boolean hasAll, List<Over.Each> calendar, List<Over.Rolling> windows) {

    static Shape of(Aggregate aggregate, List<Over> over) {
        return new Shape(
                aggregate,
                over.stream().anyMatch(Over.All.class::isInstance),
                over.stream()
                        .filter(Over.Each.class::isInstance)
                        .map(Over.Each.class::cast)
                        .toList(),
                over.stream()
                        .filter(Over.Rolling.class::isInstance)
                        .map(Over.Rolling.class::cast)
                        .toList());
    }

    /** The days of the widest window; 0 when there is none. */
    int widest() {
        return windows.stream().mapToInt(Over.Rolling::days).max().orElse(0);
    }
}
