package norma.expression;

/**
 * A KPI that an expression reads.
 *
 * @param over the period that was asked for; empty for the KPI's first one
 */
public record Reading(String kpi, String over) {

    static Reading named(String path) {
        int bracket = path.indexOf('[');
        return bracket < 0
                ? new Reading(path, "")
                : new Reading(path.substring(0, bracket), path.substring(bracket + 1, path.length() - 1));
    }
}
