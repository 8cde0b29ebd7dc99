package norma.judge;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import norma.expression.Kind;
import norma.fact.Fact;
import norma.fact.Field;
import norma.fact.World;
import norma.standard.Standards;

/** Which deviations need not be shown because another says more about the same subject, or about what it belongs to. */
final class Mutes {

    private final World world;
    private final Map<String, List<String>> mutedBy = new HashMap<>();
    private final Map<String, Set<String>> muting = new HashMap<>();

    Mutes(Standards standards, World world) {
        this.world = world;
        standards.deviations().values().forEach(rule -> {
            if (!rule.mutedBy().isEmpty()) mutedBy.put(rule.id(), rule.mutedBy());
            rule.mutedBy().forEach(other -> muting.computeIfAbsent(other, m -> new HashSet<>())
                    .add(rule.id()));
        });
    }

    boolean isMuted(Case each, Set<Case> raised) {
        for (String rule : mutedBy.getOrDefault(each.rule(), List.of())) {
            if (raised.contains(new Case(rule, each.type(), each.id()))) return true;
            Fact subject = world.find(each.type(), each.id());
            if (subject != null && belongsToOne(subject, rule, raised)) return true;
        }
        return false;
    }

    private static boolean belongsToOne(Fact subject, String rule, Set<Case> raised) {
        for (Field field : subject.type().fields()) {
            if (field.type().kind() != Kind.REFERENCE) continue;
            Object target = field.value().apply(subject);
            if (target != null && raised.contains(new Case(rule, field.type().domain(), (String) target))) return true;
        }
        return false;
    }

    /** The raised cases that those of some rules may mute; passes over all that are raised when there is such a rule at all. */
    List<Case> mutedBy(Set<String> rules, Collection<Case> raised) {
        Set<String> muted = new HashSet<>();
        for (String rule : rules) muted.addAll(muting.getOrDefault(rule, Set.of()));
        if (muted.isEmpty()) return List.of();
        return raised.stream().filter(other -> muted.contains(other.rule())).toList();
    }
}
