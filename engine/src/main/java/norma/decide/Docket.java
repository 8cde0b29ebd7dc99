package norma.decide;

import java.util.ArrayList;
import java.util.Collection;
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
    private final Map<String, Long> unattended = new HashMap<>();
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
        Docket under = new Docket(next, roles, new HashMap<>(decisions));
        under.unattended.putAll(unattended);
        return under;
    }

    /**
     * Goes on where another docket of the same definitions stopped.
     *
     * @param since by id of deviation, as {@link #attend} takes it
     */
    public void recall(Collection<Decision> called, Map<String, Long> since) {
        called.forEach(decision -> decisions
                .computeIfAbsent(decision.deviation(), d -> new LinkedHashMap<>())
                .put(decision.id(), decision));
        unattended.putAll(since);
    }

    /**
     * Somebody has taken notice of a deviation, or it needs to be noticed again.
     *
     * @param since from when on it is unattended, epoch milliseconds; {@link Long#MAX_VALUE} for not at all
     * @return the decisions that were not called for before
     */
    public List<Decision> attend(String id, long since, long now) {
        Deviation found = standing.get(id);
        if (found == null) return List.of();
        unattended.put(id, since);
        return consider(found, now);
    }

    /** Whether decisions may be called for where this rule finds something. */
    public boolean answers(String rule) {
        return rules.containsKey(rule);
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
        long since = unattended.getOrDefault(deviation.id(), deviation.raisedAt());
        for (DecisionRule rule : answering) {
            for (Decision decision : ladder.decisions(rule, deviation, since, now)) {
                Decision known = before.get(decision.id());
                Decision same = inherited.get(decision.id());
                if (known == null && same != null && same.saysAs(decision)) known = same;
                after.put(decision.id(), known == null ? decision : known);
                if (known == null) fresh.add(decision);
            }
            if (unattended.containsKey(deviation.id())) keepEscalations(rule, before, after);
            long next = ladder.due(rule, since, now);
            if (next != Long.MAX_VALUE)
                escalations.computeIfAbsent(next, at -> new ArrayList<>()).add(deviation.id());
        }
        decisions.put(deviation.id(), after);
        return fresh;
    }

    /** Who takes notice later does not undo what was called for until then. */
    private static void keepEscalations(DecisionRule rule, Map<String, Decision> called, Map<String, Decision> after) {
        for (Decision decision : called.values())
            if (decision.rule().equals(rule.id()) && Ladder.isEscalation(rule, decision))
                after.putIfAbsent(decision.id(), decision);
    }

    /** A deviation is over: nothing is called for any more. */
    public void clear(Deviation deviation) {
        standing.remove(deviation.id());
        unattended.remove(deviation.id());
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
