package norma.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import norma.fact.FactType;
import norma.measure.Scope;
import norma.standard.Subject;
import org.jspecify.annotations.Nullable;

/** The rules in YAML by what they are about. */
final class Roster {

    private final Map<String, Watch> byId = new LinkedHashMap<>();
    private final Map<String, List<Watch>> ofFacts = new HashMap<>();
    private final Map<FactType, Lineup> lineups = new HashMap<>();
    private final List<Watch> ofScopes = new ArrayList<>();

    void put(Watch watch) {
        Watch before = byId.put(watch.rule().id(), watch);
        List<Watch> alike = alike(watch);
        if (before == null) alike.add(watch);
        else alike.set(alike.indexOf(before), watch);
        lineups.clear();
    }

    void remove(String id) {
        Watch gone = byId.remove(id);
        if (gone != null) alike(gone).remove(gone);
        lineups.clear();
    }

    /** Those about what this one is about. */
    private List<Watch> alike(Watch watch) {
        return watch.rule().on() instanceof Subject.OfFact on
                ? ofFacts.computeIfAbsent(on.type().name(), type -> new ArrayList<>())
                : ofScopes;
    }

    @Nullable
    Watch find(String id) {
        return byId.get(id);
    }

    Collection<Watch> all() {
        return byId.values();
    }

    Lineup about(FactType type) {
        Lineup known = lineups.get(type);
        return known == null ? lineup(type) : known;
    }

    private Lineup lineup(FactType type) {
        Lineup lineup = Lineup.of(ofFacts.getOrDefault(type.name(), List.of()));
        lineups.put(type, lineup);
        return lineup;
    }

    List<Watch> about(Scope scope) {
        return ofScopes.stream()
                .filter(watch -> watch.rule().on() instanceof Subject.OfScope on
                        && scope.dimensions().equals(on.dimensions()))
                .toList();
    }

    boolean hasScopes() {
        return !ofScopes.isEmpty();
    }
}
