package norma.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import norma.deviation.Deviation;
import norma.fact.Catalogue;
import norma.fact.Fact;
import norma.fact.FactType;
import norma.fact.Field;
import norma.fact.World;
import norma.measure.Reading;
import norma.measure.Revision;
import norma.measure.Scope;
import norma.standard.Dimension;
import org.jspecify.annotations.Nullable;

/** What the rules are shown of the world: facts, readings, their scopes and deviations, of the classes that some rule looks at. */
final class Exhibits {

    private final RuleNetwork network;
    private final World world;
    private final Set<Class<?>> shown = new LinkedHashSet<>();
    private final Map<String, Scope> scopes = new HashMap<>();

    Exhibits(RuleNetwork network, World world) {
        this.network = network;
        this.world = world;
    }

    /** A class is shown from the first time that a rule looks at it; returns the facts that are shown now. */
    List<Fact> showNewlyWatched() {
        List<Fact> entered = new ArrayList<>();
        for (Class<?> type : network.watched()) {
            if (!shown.add(type)) continue;
            for (Fact fact : facts(type)) {
                change(null, fact);
                entered.add(fact);
            }
        }
        return entered;
    }

    /** Every fact that is shown. */
    List<Fact> facts() {
        List<Fact> all = new ArrayList<>();
        shown.forEach(type -> all.addAll(facts(type)));
        return all;
    }

    private Collection<Fact> facts(Class<?> type) {
        for (FactType factType : Catalogue.TYPES) {
            if (factType.javaType() == type) return world.all(factType);
        }
        return List.of();
    }

    boolean shows(Fact fact) {
        return shown.contains(fact.getClass());
    }

    boolean showsScopes() {
        return shown.contains(Scope.class);
    }

    /** A fact was made or replaced. */
    void change(@Nullable Fact before, Fact after) {
        if (!network.contains(after, after.id())) {
            network.insert(after, after.id());
            return;
        }
        String[] properties = before == null ? new String[] {Watch.TOUCH} : changedProperties(before, after);
        if (properties.length > 0) network.update(after, after.id(), properties);
    }

    private static String[] changedProperties(Fact before, Fact after) {
        List<String> changed = new ArrayList<>();
        for (Field field : after.type().fields()) {
            if (!Objects.equals(field.value().apply(before), field.value().apply(after))) changed.add(field.property());
        }
        if (!before.attributes().equals(after.attributes())) changed.add("attributes");
        return changed.toArray(String[]::new);
    }

    /** Something that a fact's rules may read has changed, though no field of the fact; returns whether it is shown. */
    boolean touch(Fact fact) {
        if (!network.contains(fact, fact.id())) return false;
        network.update(fact, fact.id(), Watch.TOUCH);
        return true;
    }

    /** A reading has changed; returns the facts that it is about. */
    List<Fact> revise(Revision revision) {
        show(revision);
        Reading reading = revision.either();
        Scope scope = reading.scope();
        if (showsScopes()) {
            scopes.putIfAbsent(scope.toString(), scope);
            if (network.contains(scope, scope.toString())) network.update(scope, scope.toString(), Watch.TOUCH);
            else network.insert(scope, scope.toString());
        }
        return subjects(reading);
    }

    private List<Fact> subjects(Reading reading) {
        Scope scope = reading.scope();
        if (scope.dimensions().size() != 1) return List.of();
        List<Fact> subjects = new ArrayList<>();
        for (List<Dimension> cut : reading.definition().by()) {
            if (cut.size() != 1 || !cut.get(0).name().equals(scope.dimensions().get(0))) continue;
            Optional<String> entity = cut.get(0).entity();
            Fact subject = entity.isEmpty()
                    ? null
                    : world.find(entity.get(), scope.values().get(0));
            if (subject != null) subjects.add(subject);
        }
        return subjects;
    }

    private void show(Revision revision) {
        if (!shown.contains(Reading.class)) return;
        Reading before = revision.before();
        Reading after = revision.after();
        String id = revision.either().identity();
        boolean known = network.contains(revision.either(), id);
        if (after == null) {
            if (before != null && known) network.delete(before, id);
        } else if (known) {
            network.update(after, id, "value", "words", "cases", "defined", "money", "current");
        } else {
            network.insert(after, id);
        }
    }

    /** A deviation was raised, has changed, or is over. */
    void show(@Nullable Deviation before, @Nullable Deviation after) {
        if (!shown.contains(Deviation.class) || Objects.equals(before, after)) return;
        if (before != null && after != null && before.id().equals(after.id())) {
            network.update(after, after.id(), "severity", "active");
            return;
        }
        if (before != null) network.delete(before, before.id());
        if (after != null) network.insert(after, after.id());
    }

    @Nullable
    Object subject(Case each) {
        if (!each.type().equals("scope")) return world.find(each.type(), each.id());
        return scopes.get(each.id());
    }
}
