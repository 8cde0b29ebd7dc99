package norma.server.web;

import java.util.List;
import java.util.Optional;

/** Every KPI with what it is now and what it ought to be. */
public record ReadingsPage(Frame frame, List<Chapter> chapters) {

    /** @param title whether its KPI are measured of the whole, or of each subject */
    public record Chapter(String title, String about, List<Figure> figures) {}

    /**
     * A reading.
     *
     * @param kpi its id
     * @param of what it is of: the KPI's title, or the value of a dimension
     * @param href leads to what it is of; empty for nowhere
     * @param undefined why there is no value; empty where there is one
     */
    public record Figure(
            String kpi,
            String of,
            String href,
            String period,
            String value,
            String parts,
            String cases,
            String undefined,
            List<NormOf> norms,
            Optional<Trend> trend) {}

    /** @param standing how many deviations from it stand */
    public record NormOf(String title, String said, String rule, long standing) {}
}
