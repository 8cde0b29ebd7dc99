package norma.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import norma.Engine;
import norma.diagnostics.Nearest;
import norma.fact.Catalogue;
import norma.fact.Fact;
import norma.fact.FactType;
import norma.standard.Subject;

/** Finds the fact that a user means. */
final class Subjects {

    private static final int SHOWN = 5;

    private Subjects() {}

    /**
     * @param asked an identifier, or one with its type before a colon, or a title
     * @throws Refusal when there is none, with the nearest; or when there are several, with each
     */
    static Fact find(String asked, Judged judged) {
        Engine engine = judged.engine();
        Optional<Fact> typed = typed(asked, engine);
        if (typed.isPresent()) return typed.get();
        List<Fact> found = new ArrayList<>();
        Catalogue.TYPES.forEach(type -> engine.fact(type, asked).ifPresent(found::add));
        if (found.isEmpty())
            for (FactType type : judgedTypes(judged))
                engine.facts(type).stream()
                        .filter(fact -> asked.equalsIgnoreCase(fact.title()))
                        .forEach(found::add);
        if (found.size() == 1) return found.get(0);
        throw found.isEmpty() ? unknown(asked, judged) : several(asked, found);
    }

    private static Optional<Fact> typed(String asked, Engine engine) {
        int colon = asked.indexOf(':');
        if (colon < 0) return Optional.empty();
        return Catalogue.type(asked.substring(0, colon)).flatMap(type -> engine.fact(type, asked.substring(colon + 1)));
    }

    /** The types that some rule is about. */
    private static Set<FactType> judgedTypes(Judged judged) {
        Set<FactType> types = judged.rulebook().standards().deviations().values().stream()
                .flatMap(rule -> rule.on() instanceof Subject.OfFact on ? java.util.stream.Stream.of(on.type()) : null)
                .collect(Collectors.toSet());
        judged.rulebook().drl().declared().values().forEach(deviation -> Catalogue.type(deviation.subject())
                .ifPresent(types::add));
        return types;
    }

    private static Refusal unknown(String asked, Judged judged) {
        List<String> ids = judgedTypes(judged).stream()
                .flatMap(type -> judged.engine().facts(type).stream().map(Fact::id))
                .distinct()
                .toList();
        String near = Nearest.to(asked, ids).all().stream().limit(SHOWN).collect(Collectors.joining(", "));
        return new Refusal(
                "there is nothing called '" + asked + "'; the nearest are " + near,
                "нет ничего с именем «" + asked + "»; ближайшие: " + near);
    }

    private static Refusal several(String asked, List<Fact> found) {
        String each = found.stream()
                .limit(SHOWN)
                .map(fact -> fact.type().name() + ":" + fact.id())
                .collect(Collectors.joining(", "));
        return new Refusal(
                "'" + asked + "' may be each of " + each + ": write one of them",
                "«" + asked + "» — это может быть " + each + ": укажите одно из них");
    }
}
