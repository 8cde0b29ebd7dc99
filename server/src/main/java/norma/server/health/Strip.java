package norma.server.health;

import java.util.ArrayList;
import java.util.List;
import norma.diagnostics.Text;
import norma.fact.Catalogue;
import norma.server.store.Tables;
import norma.server.store.Workings;
import norma.standard.DeviationRule;
import norma.standard.Standards;

/** What a reader of deviations has to know before he trusts what he sees: in a sentence each; none on a good day. */
public final class Strip {

    private Strip() {}

    /** @param now epoch milliseconds */
    public static List<Text> of(Tables tables, Standards standards, long now) {
        List<Text> sentences = new ArrayList<>();
        for (Workings.Arrival each : tables.workings().arrivals(now))
            if (each.lateSince() != null)
                sentences.add(Said.noneSince(
                        each,
                        Catalogue.type(each.type()).orElseThrow().title(),
                        standards.model().calendar().zone()));
        for (Workings.Failing each : tables.workings().failing()) sentences.add(failing(each, standards));
        return sentences;
    }

    private static Text failing(Workings.Failing failing, Standards standards) {
        DeviationRule rule = standards.deviations().get(failing.rule());
        Text title = rule == null ? Text.same(failing.rule()) : rule.title();
        return new Text(
                "“" + title.en() + "” cannot be judged, cases: " + failing.cases() + ". " + failing.reason(),
                "«" + title.ru() + "»: не удаётся проверить, случаев: " + failing.cases() + ". " + failing.reason());
    }
}
