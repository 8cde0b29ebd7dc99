package norma.server.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import norma.diagnostics.Text;
import norma.expression.Binding;
import norma.expression.Type;
import norma.fact.Catalogue;
import norma.fact.FactType;
import norma.judge.DrlRules;
import norma.standard.Model;
import norma.standard.Standards;

/**
 * The names that a firm has given, by kind ({@code kpi}, {@code norm}, {@code stage}), each with its title.
 *
 * @param values of each dimension that has a choice of them
 */
public record KnownNames(Map<String, Map<String, Text>> byKind, Map<String, Map<String, Text>> values) {

    /** For a schema that fits every firm. */
    public static final KnownNames NONE = new KnownNames(Map.of(), Map.of());

    public static KnownNames of(Standards standards, DrlRules drl) {
        Model model = standards.model();
        Map<String, Map<String, Text>> names = new TreeMap<>();
        Map<String, Text> kpis = named(names, "kpi");
        standards.kpis().forEach((id, kpi) -> kpis.put(id, kpi.title()));
        Map<String, Text> norms = named(names, "norm");
        standards.norms().forEach((id, norm) -> norms.put(id, norm.title()));
        Map<String, Text> deviations = named(names, "deviation");
        standards.deviations().forEach((id, rule) -> deviations.put(id, rule.title()));
        drl.described().forEach(declared -> deviations.put(declared.id(), declared.title()));
        Map<String, Text> calendars = named(names, "calendar");
        standards.calendars().forEach((id, calendar) -> calendars.put(id, calendar.title()));
        Map<String, Text> subjects = named(names, "subject");
        Catalogue.TYPES.forEach(type -> subjects.put(type.name(), type.title()));
        subjects.put("owner", new Text("Employees", "Сотрудники"));
        subjects.put("head", new Text("Heads of teams", "Руководители команд"));
        subjects.put("company", new Text("The company as a whole", "Компания в целом"));
        Map<String, Text> actions = named(names, "action");
        model.titles().forEach((key, title) -> {
            if (key.startsWith("action:")) actions.put(key.substring("action:".length()), title);
        });
        model.domains().getOrDefault("stage", List.of()).forEach(stage -> named(names, "stage")
                .put(stage, model.title("stage", stage)));
        Map<String, Map<String, Text>> values = new TreeMap<>();
        Map<String, Text> dimensions = named(names, "dimension");
        for (FactType type : Catalogue.TYPES)
            for (String name : model.catalogue().names(type))
                if (model.catalogue()
                        .find(type, name)
                        .filter(b -> b.type().words())
                        .isPresent()) dimensions.put(name, Text.same(name));
        for (String dimension : dimensions.keySet())
            choices(dimension, model).ifPresent(choices -> values.put(dimension, choices));
        names.values().removeIf(Map::isEmpty);
        return new KnownNames(names, values);
    }

    private static Map<String, Text> named(Map<String, Map<String, Text>> names, String kind) {
        return names.computeIfAbsent(kind, k -> kind.equals("stage") ? new LinkedHashMap<>() : new TreeMap<>());
    }

    /** The values of a dimension, whatever fact it is asked of; empty where one of them may be any text. */
    private static Optional<Map<String, Text>> choices(String dimension, Model model) {
        Set<String> domains = new LinkedHashSet<>();
        for (FactType of : Catalogue.TYPES) {
            Optional<Type> type = model.catalogue().find(of, dimension).map(Binding::type);
            if (type.isEmpty()) continue;
            if (!type.get().enumerated()
                    || !model.domains().containsKey(type.get().domain())) return Optional.empty();
            domains.add(type.get().domain());
        }
        Map<String, Text> values = new LinkedHashMap<>();
        for (String domain : domains)
            for (String value : new ArrayList<>(model.domains().getOrDefault(domain, List.of())))
                values.put(value, model.title(domain, value));
        return Optional.of(values);
    }

    Map<String, Text> of(String kind) {
        return byKind.getOrDefault(kind, Map.of());
    }
}
