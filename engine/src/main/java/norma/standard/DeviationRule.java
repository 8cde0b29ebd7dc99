package norma.standard;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import norma.diagnostics.Place;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.expression.Expression;

/**
 * When something needs attention.
 *
 * @param onlyIf what must be true of a subject before its value is judged, the condition of its KPI within it
 * @param severity of a rule that breaks no norm
 * @param forTime how long it must be so before it is raised
 * @param clearFor how long it must be over before it is cleared
 * @param reopenWithin a return within this time is the same episode
 * @param mutedBy rules about the same subject that make this one needless
 * @param groupBy dimensions that are part of a deviation's identity
 * @param stake the money that is at stake
 */
public record DeviationRule(
        String id,
        Text title,
        Subject on,
        Optional<Expression> onlyIf,
        Optional<NormTable> breaks,
        Severity severity,
        Lapse forTime,
        Lapse clearFor,
        Lapse reopenWithin,
        NoData noData,
        List<String> mutedBy,
        List<Dimension> groupBy,
        Optional<Expression> stake,
        Message message,
        Place place) {

    public Span span() {
        return place.span();
    }

    /** How bad its deviations may be: what the norm's limits allow, or its own severity. */
    public Set<Severity> severities() {
        Set<Severity> severities = EnumSet.noneOf(Severity.class);
        breaks.map(NormTable::norm).ifPresent(norm -> norm.levels().forEach(levels -> {
            if (levels.critical().isPresent()) severities.add(Severity.CRITICAL);
            if (levels.warn().isPresent() || levels.clearAt().isPresent()) severities.add(Severity.WARN);
        }));
        if (breaks.isEmpty() || noData == NoData.RAISE) severities.add(severity);
        return severities;
    }

    /** What it means when the value is undefined. */
    public enum NoData {
        /** Leave everything as it is. */
        KEEP,
        /** As if the norm held. */
        CLEAR,
        /** A deviation in itself. */
        RAISE
    }
}
