package norma.standard.check;

import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.DeviationRule;
import norma.standard.Lapse;
import norma.standard.Standards;

/** A deviation that another mutes whenever it is raised. */
final class AlwaysMuted extends Lint {

    AlwaysMuted() {
        super(
                "always-muted",
                Severity.WARNING,
                new Text(
                        "A muted deviation is not shown and asks nothing of anybody. When the muting one is raised whenever"
                                + " this one is, nobody ever sees it.",
                        "Заглушённое отклонение не показывается и ни о чём не просит. Если заглушающее есть всегда, когда"
                                + " есть это, его не увидит никто."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        Standards standards = draft.standards();
        for (DeviationRule rule : standards.deviations().values()) {
            for (String id : rule.mutedBy()) {
                DeviationRule muting = standards.deviations().get(id);
                if (muting == null || muting.mutedBy().contains(rule.id()) || !mutes(muting, rule)) continue;
                problems.add(at(
                        rule.place().value("muted_by"),
                        new Text(
                                "nobody ever sees this: '" + id + "' is raised whenever '" + rule.id() + "' is",
                                "этого не увидит никто: «" + id + "» возникает всегда, когда «" + rule.id() + "»")));
            }
        }
    }

    /** Only what is certain from the words: everything that the muting rule asks is asked by the other, too. */
    private static boolean mutes(DeviationRule muting, DeviationRule rule) {
        boolean sameBeginning =
                muting.forTime().equals(Lapse.NONE) || muting.forTime().equals(rule.forTime());
        boolean data = rule.noData() != DeviationRule.NoData.RAISE;
        return muting.breaks().isEmpty()
                && muting.onlyIf().isPresent()
                && rule.onlyIf().isPresent()
                && muting.on().name().equals(rule.on().name())
                && sameBeginning
                && data
                && rule.onlyIf().get().asksAllOf(muting.onlyIf().get());
    }
}
