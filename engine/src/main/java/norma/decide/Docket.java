package norma.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import norma.deviation.Deviation;
import norma.standard.DecisionRule;
import norma.standard.Standards;

/** The decisions that are called for, kept up with the deviations one by one; the time is what it is told. */
public final class Docket {

    private final Ladder ladder;
    private final Map<String, Map<String, Decision>> earlier;
    private final Map<String, List<DecisionRule>> rules = new HashMap<>();
    private final Map<String, Deviation> standing = new HashMap<>();
    private final Map<String, Map<String, Decision>> decisions = new TreeMap<>();
    private final TreeMap<Long, List<String>> escalations = new TreeMap<>();

    public Docket(Standards standards, Ladder.Roles roles) {
        this(standards, roles, new HashMap<>());
    }

    private Docket(Standards standards, Ladder.Roles roles, Map<String, Map<String, Decision>> earlier) {
        this.earlier = earlier;
        ladder = new Ladder(standards.model().calendar(), roles);
        standards.decisions().values().forEach(rule -> rules.computeIfAbsent(rule.when(), w -> new ArrayList<>())
                .add(rule));
    }

    /** Another docket, by other definitions: what it calls for in the same words was called for already. */
    public Docket under(Standards next, Ladder.Roles roles) {
        return new Docket(next, roles, new HashMap<>(decisions));
    }

    /**
     * A deviation was raised or has changed.
     *
     * @return the decisions that were not called for before
     */
    public List<Decision> consider(Deviation deviation, long now) {
        List<DecisionRule> answering = rules.get(deviation.rule());
        if (answering == null) return List.of();
        standing.put(deviation.id(), deviation);
        Map<String, Decision> before = decisions.getOrDefault(deviation.id(), Map.of());
        Map<String, Decision> inherited = earlier.getOrDefault(deviation.id(), Map.of());
        Map<String, Decision> after = new LinkedHashMap<>();
        List<Decision> fresh = new ArrayList<>();
        for (DecisionRule rule : answering) {
            for (Decision decision : ladder.decisions(rule, deviation, now)) {
                Decision known = before.get(decision.id());
                Decision same = inherited.get(decision.id());
                if (known == null && same != null && same.saysAs(decision)) known = same;
                after.put(decision.id(), known == null ? decision : known);
                if (known == null) fresh.add(decision);
            }
            long next = ladder.due(rule, deviation, now);
            if (next != Long.MAX_VALUE)
                escalations.computeIfAbsent(next, at -> new ArrayList<>()).add(deviation.id());
        }
        decisions.put(deviation.id(), after);
        return fresh;
    }

    /** A deviation is over: nothing is called for any more. */
    public void clear(Deviation deviation) {
        standing.remove(deviation.id());
        earlier.remove(deviation.id());
        decisions.remove(deviation.id());
    }

    /** When time alone could next call for a decision, in epoch milliseconds; {@link Long#MAX_VALUE} for never. */
    public long nextDue() {
        return escalations.isEmpty() ? Long.MAX_VALUE : escalations.firstKey();
    }

    /** Takes the escalations that are due by now; returns the new decisions. */
    public List<Decision> advance(long now) {
        List<Decision> fresh = new ArrayList<>();
        while (!escalations.isEmpty() && escalations.firstKey() <= now) {
            for (String id : escalations.pollFirstEntry().getValue()) {
                Deviation found = standing.get(id);
                if (found != null) fresh.addAll(consider(found, now));
            }
        }
        return fresh;
    }

    /** Every decision that is called for, by deviation. */
    public List<Decision> all() {
        return decisions.values().stream()
                .flatMap(each -> each.values().stream())
                .toList();
    }
}
