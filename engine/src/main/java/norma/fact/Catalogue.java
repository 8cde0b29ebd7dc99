package norma.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import norma.diagnostics.Text;
import norma.expression.Binding;
import norma.expression.Getter;
import norma.expression.Kind;
import norma.expression.Scene;
import norma.expression.Truth;
import norma.expression.Type;
import norma.expression.Undefined;
import org.jspecify.annotations.Nullable;

/** Everything that can be said of facts in one firm: the fields of Norma, the firm's own attributes, and paths over them. */
public final class Catalogue {

    /** The types that facts are given in; a {@link Visit} is made by the {@link World}. */
    public static final List<FactType> TYPES = List.of(
            Deal.TYPE,
            Client.TYPE,
            Contact.TYPE,
            Activity.TYPE,
            Employee.TYPE,
            Team.TYPE,
            Sale.TYPE,
            ServiceCost.TYPE,
            Expense.TYPE,
            Lead.TYPE,
            Plan.TYPE,
            Report.TYPE,
            Complaint.TYPE,
            Survey.TYPE,
            Absence.TYPE,
            Product.TYPE,
            Hold.TYPE,
            Visit.TYPE);

    private static final Map<String, FactType> BY_NAME =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(FactType::name, type -> type));

    /** Values of choices that no firm changes; the others come from its model. */
    public static final Map<String, List<String>> FIXED_DOMAINS = Map.of(
            "deal.status", List.of("open", "won", "lost"),
            "deal.forecast", List.of("omitted", "pipeline", "best_case", "commit"),
            "activity.kind", List.of("meeting", "call", "letter", "messenger", "event"),
            "activity.direction", List.of("in", "out"),
            "activity.place", List.of("own", "theirs", "remote"),
            "lead.status", List.of("open", "won", "lost"),
            "report.kind", List.of("daily", "weekly", "monthly"));

    private static final Map<String, String> ALIASES = Map.of(
            "team", "owner.team", "head", "owner.team.head", "segment", "client.segment", "line", "product.line");

    private static final int MAX_STEPS = 5;

    /** An attribute that the firm added to a type of fact. */
    public record Attribute(FactType of, String name, Type type, Text title) {}

    private final Map<FactType, Map<String, Attribute>> attributes = new LinkedHashMap<>();

    public Catalogue(Collection<Attribute> own) {
        own.forEach(attribute -> attributes
                .computeIfAbsent(attribute.of(), type -> new LinkedHashMap<>())
                .put(attribute.name(), attribute));
    }

    public static Optional<FactType> type(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public List<Attribute> attributes(FactType of) {
        return List.copyOf(attributes.getOrDefault(of, Map.of()).values());
    }

    /** The type of a field or own attribute of this type of fact; empty when it has none of that name. */
    public Optional<Type> fieldType(FactType of, String name) {
        Optional<Type> field = of.field(name).map(Field::type);
        return field.isPresent()
                ? field
                : Optional.ofNullable(attributes.getOrDefault(of, Map.of()).get(name))
                        .map(Attribute::type);
    }

    /** The fields and own attributes of a type, and the short names of paths, for suggestions. */
    public List<String> names(FactType of) {
        List<String> names = new ArrayList<>();
        names.add("id");
        of.fields().forEach(field -> names.add(field.name()));
        attributes(of).forEach(attribute -> names.add(attribute.name()));
        ALIASES.forEach((alias, path) -> {
            if (!names.contains(alias) && find(of, path).isPresent()) names.add(alias);
        });
        return List.copyOf(names);
    }

    /** What a path such as {@code owner.team.head} means for this type of fact. */
    public Optional<Binding> find(FactType of, String path) {
        String[] steps = path.split("\\.", -1);
        if (steps.length > MAX_STEPS) return Optional.empty();
        Optional<Step> step = step(of, steps[0]);
        if (step.isEmpty() && ALIASES.containsKey(steps[0])) {
            String rest = path.substring(steps[0].length());
            return find(of, ALIASES.get(steps[0]) + rest);
        }
        for (int i = 1; i < steps.length && step.isPresent(); i++) {
            Step from = step.get();
            String name = steps[i];
            step = type(from.type().domain())
                    .filter(target -> from.type().kind() == Kind.REFERENCE)
                    .flatMap(target -> step(target, name))
                    .map(to -> new Step(to.type(), through(from, to)));
        }
        return step.map(found -> new Binding(path, found.type(), Binding.Origin.FIELD, found.getter()));
    }

    /** What users call that which a path such as {@code client.owner} leads to, by the title of its last step. */
    public Optional<Text> title(FactType of, String path) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        Optional<Type> type = fieldType(of, first);
        if (type.isEmpty()) {
            String alias = ALIASES.get(first);
            return alias == null ? Optional.empty() : title(of, alias + path.substring(first.length()));
        }
        if (dot >= 0) return type(type.get().domain()).flatMap(next -> title(next, path.substring(dot + 1)));
        return of.field(first).map(Field::title).or(() -> attributes(of).stream()
                .filter(attribute -> attribute.name().equals(first))
                .map(Attribute::title)
                .findFirst());
    }

    private record Step(Type type, Getter getter) {}

    private Optional<Step> step(FactType of, String name) {
        if (name.equals("id"))
            return Optional.of(new Step(Type.reference(of.name()), (Getter.Words) (fact, scene) -> ((Fact) fact).id()));
        Optional<Field> field = of.field(name);
        if (field.isPresent())
            return Optional.of(new Step(field.get().type(), field.get().getter()));
        return Optional.ofNullable(attributes.getOrDefault(of, Map.of()).get(name))
                .map(attribute -> new Step(attribute.type(), own(attribute)));
    }

    private static Getter own(Attribute attribute) {
        String name = attribute.name();
        Function<Object, @Nullable Object> get =
                fact -> ((Fact) fact).attributes().get(name);
        if (attribute.type().whole())
            return (Getter.Whole) (fact, scene) -> get.apply(fact) instanceof Long value ? value : Undefined.LONG;
        if (attribute.type().numeric())
            return (Getter.Number) (fact, scene) -> get.apply(fact) instanceof Double value ? value : Undefined.DOUBLE;
        if (attribute.type().kind() == Kind.TRUTH)
            return (Getter.Condition) (fact, scene) ->
                    get.apply(fact) instanceof Boolean value ? (value ? Truth.TRUE : Truth.FALSE) : Truth.UNDEFINED;
        return (Getter.Words) (fact, scene) -> get.apply(fact) instanceof String value ? value : null;
    }

    private static Getter through(Step from, Step to) {
        Getter.Words key = (Getter.Words) from.getter();
        String type = from.type().domain();
        if (to.getter() instanceof Getter.Whole get)
            return (Getter.Whole) (fact, scene) -> {
                Object target = target(key, type, fact, scene);
                return target == null ? Undefined.LONG : get.whole(target, scene);
            };
        if (to.getter() instanceof Getter.Number get)
            return (Getter.Number) (fact, scene) -> {
                Object target = target(key, type, fact, scene);
                return target == null ? Undefined.DOUBLE : get.number(target, scene);
            };
        if (to.getter() instanceof Getter.Condition get)
            return (Getter.Condition) (fact, scene) -> {
                Object target = target(key, type, fact, scene);
                return target == null ? Truth.UNDEFINED : get.truth(target, scene);
            };
        return new WordsThrough(key, type, (Getter.Words) to.getter());
    }

    private record WordsThrough(Getter.Words key, String type, Getter.Words get) implements Getter.Words {

        @Override
        public @Nullable String words(Object fact, Scene scene) {
            Object target = target(key, type, fact, scene);
            return target == null ? null : get.words(target, scene);
        }

        @Override
        public void words(@Nullable Object[] facts, int many, Scene scene, @Nullable String[] into) {
            key.words(facts, many, scene, into);
            Object[] targets = new Object[many];
            scene.find(type, into, many, targets);
            get.words(targets, many, scene, into);
        }
    }

    private static @Nullable Object target(Getter.Words key, String type, Object fact, Scene scene) {
        String id = key.words(fact, scene);
        return id == null ? null : scene.find(type, id);
    }
}
