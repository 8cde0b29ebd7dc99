package norma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.expression.Binding;
import norma.expression.Getter;
import norma.expression.Kind;
import norma.expression.Scene;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.fact.Fact;
import norma.fact.FactType;
import norma.fact.World;
import norma.standard.Kpi;
import norma.standard.Standards;
import norma.standard.Subject;

/**
 * Which facts are read through others: a deal's rules may read its client's segment, so that a change of the client
 * concerns its deals.
 */
final class Links {

    /** @param to the type of fact that the path leads to */
    private record Walk(FactType from, Getter.Words path, String to) {}

    private final List<Walk> walks = new ArrayList<>();
    private final Set<String> read = new HashSet<>();

    static Links of(Standards standards) {
        Links links = new Links();
        Map<FactType, Set<String>> paths = new HashMap<>();
        standards
                .kpis()
                .values()
                .forEach(kpi -> pathsOf(kpi, paths.computeIfAbsent(kpi.of(), t -> new LinkedHashSet<>())));
        standards.deviations().values().forEach(rule -> {
            if (!(rule.on() instanceof Subject.OfFact on)) return;
            Set<String> found = paths.computeIfAbsent(on.type(), t -> new LinkedHashSet<>());
            rule.onlyIf().ifPresent(e -> found.addAll(e.fields()));
            rule.groupBy().forEach(d -> found.add(d.binding().name()));
            rule.breaks().ifPresent(table -> {
                found.addAll(table.value().fields());
                table.levels().forEach(level -> level.dimensions()
                        .forEach(d -> found.add(d.binding().name())));
            });
        });
        Catalogue catalogue = standards.model().catalogue();
        paths.forEach((type, found) -> found.forEach(path -> links.add(type, path, catalogue)));
        return links;
    }

    private static void pathsOf(Kpi kpi, Set<String> paths) {
        kpi.expressions().forEach(e -> paths.addAll(e.fields()));
        kpi.by()
                .forEach(cut ->
                        cut.forEach(dimension -> paths.add(dimension.binding().name())));
    }

    /** Every step of the path but the last leads to a fact that is read. */
    private void add(FactType type, String path, Catalogue catalogue) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            Optional<Binding> step = catalogue.find(type, path.substring(0, dot));
            if (step.filter(b -> b.type().kind() == Kind.REFERENCE).isEmpty()) continue;
            Walk walk = new Walk(
                    type, (Getter.Words) step.get().getter(), step.get().type().domain());
            if (!walks.contains(walk)) walks.add(walk);
            read.add(walk.to());
        }
    }

    /** The facts that read one of those that are changed; one that reads several may be there several times. */
    List<Fact> readersOf(List<Change> changes, World world, Scene scene) {
        if (!readsOneOf(changes)) return List.of();
        List<Fact> readers = new ArrayList<>();
        for (Walk walk : walks) {
            Set<String> ids = new HashSet<>();
            for (Change change : changes) if (change.type().name().equals(walk.to())) ids.add(change.id());
            if (ids.isEmpty()) continue;
            for (Fact fact : world.all(walk.from())) {
                String target = walk.path().words(fact, scene);
                if (target != null && ids.contains(target)) readers.add(fact);
            }
        }
        return readers;
    }

    private boolean readsOneOf(List<Change> changes) {
        for (Change change : changes) if (areRead(change.type())) return true;
        return false;
    }

    /** Whether any fact reads others of this type. */
    boolean areRead(FactType type) {
        return read.contains(type.name());
    }
}
