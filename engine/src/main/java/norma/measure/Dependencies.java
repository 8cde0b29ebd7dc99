package norma.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import norma.expression.Expression;
import norma.fact.Fact;
import norma.fact.FactType;
import norma.standard.Dimension;
import norma.standard.Kpi;
import norma.standard.Method;
import org.jspecify.annotations.Nullable;

/** What each KPI is made of: the expressions that read its cases, and other KPI. */
final class Dependencies {

    private final Map<String, Kpi> kpis;
    private final Map<String, Boolean> steady = new LinkedHashMap<>();

    Dependencies(Map<String, Kpi> kpis) {
        this.kpis = kpis;
    }

    /**
     * Every KPI after those that it reads, otherwise in the order of the standards.
     *
     * @throws IllegalArgumentException when a KPI reads itself
     */
    List<Kpi> inOrder() {
        Map<String, Kpi> done = new LinkedHashMap<>();
        kpis.values().forEach(kpi -> add(kpi, done, new LinkedHashSet<>()));
        return List.copyOf(done.values());
    }

    private void add(Kpi kpi, Map<String, Kpi> done, Set<String> asking) {
        if (done.containsKey(kpi.id())) return;
        if (!asking.add(kpi.id())) throw new IllegalArgumentException("KPI " + kpi.id() + " reads itself: " + asking);
        parts(kpi).forEach(part -> add(part, done, asking));
        asking.remove(kpi.id());
        done.put(kpi.id(), kpi);
    }

    /** The KPI that this one reads itself; unknown ones are left out. */
    List<Kpi> parts(Kpi kpi) {
        Stream<String> named = kpi.method() instanceof Method.AbcXyz both
                ? Stream.of(both.abc(), both.xyz())
                : kpi.expressions().stream()
                        .flatMap(expression -> expression.readings().stream())
                        .map(reading -> id(reading.kpi()))
                        .sorted();
        return named.distinct()
                .flatMap(id -> Optional.ofNullable(kpis.get(id)).stream())
                .toList();
    }

    /** The KPI of a name such as {@code win_rate.cases}. */
    static String id(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Whether a case brings the same as long as the facts stay as they are, apart from which of its times are over. */
    boolean isSteady(Kpi kpi) {
        Boolean known = steady.get(kpi.id());
        if (known != null) return known;
        boolean isSteady = kpi.expressions().stream().noneMatch(Expression::readsNow)
                && parts(kpi).stream().allMatch(part -> part.ofSubject() && isSteady(part));
        steady.put(kpi.id(), isSteady);
        return isSteady;
    }

    /** Every field path that the cases of a type of fact are read by, with those of the KPI that they read. */
    Set<String> paths(FactType of) {
        Set<String> paths = new LinkedHashSet<>();
        kpis.values().stream().filter(kpi -> kpi.of() == of).forEach(kpi -> collect(kpi, of, paths));
        return paths;
    }

    private void collect(Kpi kpi, FactType of, Set<String> paths) {
        if (kpi.of() != of) return;
        kpi.expressions().forEach(expression -> paths.addAll(expression.fields()));
        cuts(kpi)
                .forEach(cut ->
                        cut.forEach(dimension -> addPath(dimension.binding().name(), paths)));
        parts(kpi).forEach(part -> collect(part, of, paths));
    }

    private static void addPath(String path, Set<String> paths) {
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) paths.add(path.substring(0, dot));
        paths.add(path);
    }

    /** The whole first, then as declared; of a class or a share its items alone. */
    List<List<Dimension>> cuts(Kpi kpi) {
        Optional<Dimension> item = item(kpi.method());
        if (item.isPresent()) return List.of(List.of(item.get()));
        List<List<Dimension>> cuts = new ArrayList<>();
        if (kpi.whole()) cuts.add(List.of());
        cuts.addAll(kpi.by());
        return cuts;
    }

    private Optional<Dimension> item(Method method) {
        if (method instanceof Method.Abc abc) return Optional.of(abc.item());
        if (method instanceof Method.Xyz xyz) return Optional.of(xyz.item());
        if (method instanceof Method.Share share) return Optional.of(share.item());
        if (method instanceof Method.AbcXyz both)
            return Optional.ofNullable(kpis.get(both.abc())).flatMap(abc -> item(abc.method()));
        return Optional.empty();
    }

    /** Where the reading of a subject is: the first cut by a reference to its type; of a scope or a reading the same one. */
    @Nullable
    Scope scope(Kpi kpi, Object subject) {
        if (subject instanceof Scope scope) return scope;
        if (subject instanceof Reading reading) return reading.scope();
        if (!(subject instanceof Fact fact)) return null;
        for (List<Dimension> cut : cuts(kpi)) {
            if (cut.size() == 1
                    && cut.get(0).entity().filter(fact.type().name()::equals).isPresent())
                return Scope.of(cut.get(0).name(), fact.id());
        }
        return null;
    }
}
