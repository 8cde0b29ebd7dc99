package norma.server.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import norma.decide.Decision;
import norma.deviation.Deviation;
import norma.diagnostics.Nearest;
import norma.measure.Reading;
import norma.server.report.Cycle;

/** The part of a cycle that was asked for; an empty set asks for everything. */
record Selection(Set<String> kpis, Set<String> rules, Set<String> dimensions) {

    private static final int SHOWN = 5;

    /** @throws Refusal when a name is unknown, with the nearest known one */
    static Selection of(Rulebook rulebook, List<String> kpis, List<String> rules, List<String> by) {
        Set<String> knownRules = new TreeSet<>(rulebook.standards().deviations().keySet());
        knownRules.addAll(rulebook.drl().declared().keySet());
        Set<String> knownDimensions = new TreeSet<>();
        rulebook.standards().kpis().values().forEach(kpi -> {
            kpi.by().forEach(cut -> cut.forEach(dimension -> knownDimensions.add(dimension.name())));
            if (kpi.ofSubject()) knownDimensions.add(kpi.of().name());
        });
        kpis.forEach(id -> known("--kpi", id, rulebook.standards().kpis().keySet()));
        rules.forEach(id -> known("--rule", id, knownRules));
        by.forEach(name -> known("--by", name, knownDimensions));
        return new Selection(Set.copyOf(kpis), Set.copyOf(rules), Set.copyOf(by));
    }

    private static void known(String option, String name, Set<String> names) {
        if (!names.contains(name)) throw unknown(option, name, names);
    }

    static Refusal unknown(String option, String name, Collection<String> names) {
        List<String> near = Nearest.to(name, names).all().stream()
                .sorted(Comparator.comparing((String known) -> !known.contains(name)))
                .limit(SHOWN)
                .toList();
        return new Refusal(
                option + ": there is no '" + name + "'; the nearest are " + String.join(", ", near),
                option + ": нет «" + name + "»; ближайшие: " + String.join(", ", near));
    }

    Cycle of(Cycle whole) {
        if (kpis.isEmpty() && rules.isEmpty() && dimensions.isEmpty()) return whole;
        List<Reading> readings = whole.readings().stream().filter(this::wants).toList();
        List<Deviation> deviations = whole.deviations().stream()
                .filter(deviation -> rules.isEmpty() || rules.contains(deviation.rule()))
                .toList();
        Set<String> answered = new HashSet<>();
        deviations.forEach(deviation -> answered.add(deviation.id()));
        List<Decision> decisions = whole.decisions().stream()
                .filter(decision -> answered.contains(decision.deviation()))
                .toList();
        return new Cycle(
                whole.standards(),
                whole.rules(),
                whole.asOf(),
                whole.from(),
                whole.generated(),
                whole.account(),
                whole.later(),
                readings,
                kpis.isEmpty()
                        ? whole.unmeasured()
                        : whole.unmeasured().stream().filter(kpis::contains).toList(),
                deviations,
                decisions,
                whole.failures().stream()
                        .filter(failure -> rules.isEmpty() || rules.contains(failure.rule()))
                        .toList(),
                whole.directory());
    }

    private boolean wants(Reading reading) {
        return (kpis.isEmpty() || kpis.contains(reading.definition().id()))
                && (dimensions.isEmpty()
                        || reading.scope().dimensions().stream().anyMatch(dimensions::contains));
    }
}
