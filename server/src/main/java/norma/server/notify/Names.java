package norma.server.notify;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import norma.fact.Catalogue;
import norma.fact.FactType;
import norma.fact.Visit;
import norma.standard.Standards;

/** The names of a firm's definitions that its routes may use. */
public record Names(Set<String> rules, List<String> positions, List<String> segments, List<String> factTypes) {

    /** @param drl the deviations that rules in DRL raise */
    public static Names of(Standards standards, Set<String> drl) {
        Set<String> rules = new TreeSet<>(standards.deviations().keySet());
        rules.addAll(drl);
        return new Names(
                rules,
                standards.model().domains().getOrDefault("position", List.of()),
                standards.model().domains().getOrDefault("segment", List.of()),
                Catalogue.TYPES.stream()
                        .filter(type -> type != Visit.TYPE)
                        .map(FactType::name)
                        .toList());
    }
}
