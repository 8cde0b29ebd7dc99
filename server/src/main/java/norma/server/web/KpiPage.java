package norma.server.web;

import java.util.List;
import java.util.Optional;

/**
 * One KPI, by whatever it is told apart.
 *
 * @param note what whoever defined it says of it; empty for nothing
 * @param trend of the whole; empty where no history is kept
 * @param trendless why there is none
 */
public record KpiPage(
        Frame frame,
        String id,
        String title,
        String note,
        Optional<ReadingsPage.Figure> whole,
        List<ReadingsPage.NormOf> norms,
        Optional<Trend> trend,
        String trendless,
        List<ReadingsPage.Figure> earlier,
        List<Cut> cuts,
        String ofSubject) {

    /** @param left how many are not shown */
    public record Cut(String title, String period, List<ReadingsPage.Figure> figures, int left) {}
}
