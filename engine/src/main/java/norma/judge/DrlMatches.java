package norma.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.standard.Severity;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.Match;

/**
 * What DRL rules find about one subject: every match of one deviation that stands, of one rule or of several.
 *
 * @param standing never empty; the latest last
 */
record DrlMatches(List<DrlMatch> standing) {

    static DrlMatches with(DrlMatch latest, @Nullable DrlMatches before) {
        List<DrlMatch> all = new ArrayList<>(before == null ? List.of() : before.standing);
        all.removeIf(each -> each.match().equals(latest.match()));
        all.add(latest);
        return new DrlMatches(List.copyOf(all));
    }

    Optional<DrlMatches> without(Match gone) {
        List<DrlMatch> left =
                standing.stream().filter(each -> !each.match().equals(gone)).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new DrlMatches(left));
    }

    /** The one that the deviation is told by: of the worst the latest. */
    DrlMatch telling() {
        for (int i = standing.size() - 1; i >= 0; i--)
            if (standing.get(i).severity() == Severity.CRITICAL) return standing.get(i);
        return standing.get(standing.size() - 1);
    }
}
