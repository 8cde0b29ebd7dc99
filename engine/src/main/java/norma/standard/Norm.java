package norma.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import norma.diagnostics.Place;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/**
 * What a KPI should be, and for whom it should be something else.
 *
 * @param precedence which set of dimensions wins, first to last; the default row is always the last
 */
public record Norm(
        String id,
        Text title,
        Kpi kpi,
        Breach breach,
        Levels byDefault,
        List<List<String>> precedence,
        List<Override> overrides,
        Place place) {

    public Span span() {
        return place.span();
    }

    /** Those by default, and those of every override. */
    public List<Levels> levels() {
        return Stream.concat(Stream.of(byDefault), overrides.stream().map(Override::levels))
                .distinct()
                .toList();
    }

    /** On which side of the limit the breach is; strictly beyond it. */
    public enum Breach {
        ABOVE,
        BELOW
    }

    /** @param clearAt a deviation that was raised ends only when the value is back at or within this */
    public record Levels(Optional<Limit> warn, Optional<Limit> critical, Optional<Limit> clearAt, Place place) {}

    /**
     * Other levels for some subjects.
     *
     * @param where the values of dimensions that it is for
     * @param until the last day on which it applies
     */
    public record Override(
            Map<String, String> where, Levels levels, Optional<LocalDate> until, Optional<String> reason, Place place) {

        public Span span() {
            return place.span();
        }
    }
}
