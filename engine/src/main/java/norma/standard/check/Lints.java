package norma.standard.check;

import java.util.List;
import norma.diagnostics.Check;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;

/** Every check of standards as a whole. */
public final class Lints {

    private static final List<Lint> ALL = List.of(
            new LevelOrder(),
            new ClearSide(),
            new ShadowedRow(),
            new TiedRows(),
            new LimitOutOfReach(),
            new PrecedenceWithoutRows(),
            new SaidTwice(),
            new ExpiredRow(),
            new NoEffect(),
            new SameForAll(),
            new MeasuredNowhere(),
            new XyzWithoutTime(),
            new DeadStep(),
            new SettledCondition.NeverTrue(),
            new SettledCondition.AlwaysTrue(),
            new UnbreakableNorm(),
            new ExcludedRow(),
            new AlwaysMuted(),
            new MessagePlaces(),
            new UntitledAction(),
            new UnlistedPosition(),
            new UnansweredDeviation(),
            new EarlyEffect(),
            new UnusedNorm(),
            new UnusedList(),
            new UnusedCalendar());

    private Lints() {}

    public static List<Check> all() {
        return List.copyOf(ALL);
    }

    /** @param least the checks of which severity, and of any worse one */
    public static void look(Draft draft, Severity least, Problems problems) {
        for (Lint lint : ALL)
            if (lint.severity() == Severity.ERROR || least == Severity.WARNING) lint.look(draft, problems);
    }
}
