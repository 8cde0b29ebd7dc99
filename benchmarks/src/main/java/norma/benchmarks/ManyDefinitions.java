package norma.benchmarks;

import java.util.ArrayList;
import java.util.List;
import norma.diagnostics.Source;

/** As many correct definitions as are wanted, in files of forty, with conditions, overrides and messages as firms write them. */
final class ManyDefinitions {

    private static final String MODEL = """
            schema: 1
            model:
              currency: RUB
              calendar: office
              pipelines:
                sales: [lead, qualification, proposal, negotiation, contract]
              segments: [smb, corporate, b2g]
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            """;

    private ManyDefinitions() {}

    /** @param count a multiple of four: a quarter each of KPI, norms, deviations and decisions */
    static List<Source> of(int count) {
        List<Source> sources = new ArrayList<>();
        sources.add(new Source("model.yaml", MODEL));
        for (int first = 0; first < count / 4; first += 10) {
            StringBuilder kpis = new StringBuilder("schema: 1\nkpis:\n");
            StringBuilder norms = new StringBuilder("norms:\n");
            StringBuilder deviations = new StringBuilder("deviations:\n");
            StringBuilder decisions = new StringBuilder("decisions:\n");
            for (int i = first; i < Math.min(first + 10, count / 4); i++) {
                kpis.append(kpi(i));
                norms.append(norm(i));
                deviations.append(deviation(i));
                decisions.append(decision(i));
            }
            sources.add(new Source("part" + first + ".yaml", "" + kpis + norms + deviations + decisions));
        }
        return List.copyOf(sources);
    }

    private static String kpi(int i) {
        return """
                  age_%1$d:
                    title: { en: Age %1$d, ru: Возраст %1$d }
                    of: deal
                    unit: working_days
                    value: working_days(stage_entered_at, now)
                """.formatted(i);
    }

    private static String norm(int i) {
        return """
                  limit_%1$d:
                    title: { en: Limit %1$d, ru: Предел %1$d }
                    kpi: age_%1$d
                    breach: above
                    default: { warn: %2$d, critical: %3$d, clear_at: %4$d }
                    precedence: [stage + segment, stage]
                    overrides:
                      - { where: { stage: negotiation }, warn: %3$d, critical: %5$d }
                      - { where: { stage: negotiation, segment: b2g }, warn: %5$d, critical: %6$d }
                """.formatted(i, 10 + i, 20 + i, 8 + i, 40 + i, 60 + i);
    }

    private static String deviation(int i) {
        return """
                  stuck_%1$d:
                    title: { en: Stuck %1$d, ru: Застряли %1$d }
                    on: deal
                    only_if: status = open and amount > %2$d and stage in (proposal, negotiation, contract)
                    breaks: limit_%1$d
                    for: 1wd
                    message:
                      en: "{value} in {deal.stage}, the norm is {limit}"
                      ru: "{value} на этапе {deal.stage}, норма {limit}"
                """.formatted(i, 1000 * i);
    }

    private static String decision(int i) {
        return """
                  hurry_%1$d:
                    title: { en: Hurry %1$d, ru: Поторопить %1$d }
                    when: stuck_%1$d
                    phase: control
                    mode: live
                    ladder:
                      - { at: warn, do: ask_next_step, to: deal.owner, due: 1wd }
                      - { at: critical, do: review_deal, to: head_of(deal.owner), due: 2wd }
                """.formatted(i);
    }
}
