package norma.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import norma.deviation.Deviation;
import norma.fact.Catalogue;
import norma.fact.Fact;
import norma.fact.FactType;
import norma.fact.World;
import norma.measure.Reading;
import norma.measure.Revision;
import norma.measure.Scope;
import norma.standard.Dimension;
import org.jspecify.annotations.Nullable;

/** What the rules in DRL are shown: facts, readings and deviations, of the classes that some of them looks at. */
final class Exhibits {

    private final RuleNetwork network;
    private final World world;
    private final Set<Class<?>> shown;

    Exhibits(RuleNetwork network, World world) {
        this.network = network;
        this.world = world;
        this.shown = network.watched();
    }

    boolean shows(FactType type) {
        return !shown.isEmpty() && shown.contains(type.javaType());
    }

    boolean showsReadings() {
        return shown.contains(Reading.class);
    }

    /** A fact was made, or has become another in this. */
    void change(Fact after, long alteration) {
        if (!shows(after.type())) return;
        if (!network.contains(after, after.id())) network.insert(after, after.id());
        else if (alteration != 0) network.update(after, after.id(), Alteration.properties(after.type(), alteration));
    }

    void remove(Fact gone) {
        if (network.contains(gone, gone.id())) network.delete(gone, gone.id());
    }

    /** The facts that a reading is about, of types that concern somebody. */
    List<Fact> subjects(Reading reading, Predicate<FactType> concerned) {
        Scope scope = reading.scope();
        if (scope.dimensions().size() != 1) return List.of();
        List<Fact> subjects = List.of();
        for (List<Dimension> cut : reading.definition().by()) {
            if (cut.size() != 1 || !cut.get(0).name().equals(scope.dimensions().get(0))) continue;
            FactType entity = cut.get(0).entity().flatMap(Catalogue::type).orElse(null);
            if (entity == null || !concerned.test(entity)) continue;
            Fact subject = world.find(entity.name(), scope.values().get(0));
            if (subject == null) continue;
            if (subjects.isEmpty()) subjects = new ArrayList<>();
            subjects.add(subject);
        }
        return subjects;
    }

    /** A reading has changed. */
    void show(Revision revision) {
        if (!showsReadings()) return;
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
}
