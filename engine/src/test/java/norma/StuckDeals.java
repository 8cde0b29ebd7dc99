package norma;

import static norma.Firm.at;
import static norma.Firm.change;
import static norma.Firm.engine;

import java.util.Locale;
import norma.deviation.Deviation;
import norma.fact.Change;

/** Deals that stand too long in a stage: the norm that they break, and what is then to be done. */
final class StuckDeals {

    static final String STUCK = """
            kpis:
              stage_age:
                title: { en: Time in the stage, ru: Время на этапе }
                of: deal
                unit: working_days
                value: working_days(stage_entered_at, now, office)
            norms:
              stage_age_limit:
                kpi: stage_age
                breach: above
                default: { warn: 10, critical: 20, clear_at: 8 }
                precedence: [owner, stage + segment]
                overrides:
                  - { where: { stage: negotiation, segment: b2g }, warn: 30, critical: 45 }
                  - { where: { owner: e17 }, warn: 5, critical: 9, until: 2026-03-20, reason: probation }
            deviations:
              deal_stuck:
                on: deal
                only_if: status = open and amount > 100_000
                breaks: stage_age_limit
                message: { en: "{value} in {stage}, the norm is {limit}", ru: "{value} на этапе {stage}, норма {limit}" }
            decisions:
              move_stuck_deal:
                when: deal_stuck
                phase: control
                ladder:
                  - { at: warn, do: ask_next_step, to: deal.owner, due: 1wd }
                  - { at: critical, do: review_deal, to: head_of(deal.owner), due: 2wd }
                  - { unacknowledged: 3wd, do: escalate, to: sales_director }
            """;

    private StuckDeals() {}

    /** A deal in its second stage that is large enough to be looked at. */
    static Change deal(String id, String at, String owner) {
        return change("deal", id, at, "status", "open", "stage", "proposal", "amount", 200_000, "owner", owner);
    }

    /** What the worst that is raised says. */
    static String message(Engine engine) {
        return engine.deviations().get(0).message().in(Locale.ENGLISH);
    }

    static Deviation deviation(Engine engine, String subject) {
        return engine.deviations().stream()
                .filter(d -> d.subject().id().equals(subject))
                .findFirst()
                .orElseThrow();
    }
}
