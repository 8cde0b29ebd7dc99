package norma.server.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import norma.deviation.Deviation;
import norma.diagnostics.Text;
import norma.standard.Severity;

/** All deviations of one rule, worst first. */
record Group(String rule, Text title, List<Deviation> deviations) {

    private static final Comparator<Deviation> WORST_FIRST = Comparator.comparing(Deviation::severity)
            .reversed()
            .thenComparing(Comparator.comparingLong((Deviation d) -> d.stake().orElse(0L))
                    .reversed())
            .thenComparingLong(Deviation::since)
            .thenComparing(Deviation::id);

    private static final Comparator<Group> WORST_GROUP_FIRST = Comparator.comparing((Group g) -> g.critical() == 0)
            .thenComparing(Comparator.comparingLong((Group g) -> g.stake()).reversed())
            .thenComparing(Comparator.comparingLong((Group g) -> g.critical()).reversed())
            .thenComparing(Group::rule);

    static List<Group> of(List<Deviation> deviations) {
        Map<String, List<Deviation>> byRule = new LinkedHashMap<>();
        deviations.forEach(
                d -> byRule.computeIfAbsent(d.rule(), r -> new ArrayList<>()).add(d));
        return byRule.values().stream()
                .map(list -> new Group(
                        list.get(0).rule(),
                        list.get(0).title(),
                        list.stream().sorted(WORST_FIRST).toList()))
                .sorted(WORST_GROUP_FIRST)
                .toList();
    }

    long critical() {
        return deviations.stream()
                .filter(d -> d.severity() == Severity.CRITICAL)
                .count();
    }

    /** In 1/10000 of the currency's unit; each subject once. */
    long stake() {
        return stake(deviations);
    }

    /** The money at stake in deviations of which several may be about one subject. */
    static long stake(List<Deviation> deviations) {
        Map<Deviation.About, Long> bySubject = new LinkedHashMap<>();
        deviations.forEach(d -> d.stake().ifPresent(stake -> bySubject.merge(d.subject(), stake, Math::max)));
        return bySubject.values().stream().mapToLong(Long::longValue).sum();
    }
}
