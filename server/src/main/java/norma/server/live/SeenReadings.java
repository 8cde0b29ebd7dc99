package norma.server.live;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import norma.Engine;
import norma.fact.Catalogue;
import norma.fact.Employee;
import norma.fact.Fact;
import norma.fact.Team;
import norma.measure.Reading;
import norma.measure.Scope;
import norma.server.store.Sight;
import norma.standard.Dimension;
import norma.standard.Kpi;

/**
 * Which readings are within somebody's sight: those of a person or team by whom that is, else those of a deal, client or
 * other fact by its owner. What is measured of the whole firm, or of a part of it that is nobody's, is not.
 */
public final class SeenReadings implements Predicate<Reading> {

    private final Sight sight;
    private final Engine engine;

    private SeenReadings(Sight sight, Engine engine) {
        this.sight = sight;
        this.engine = engine;
    }

    /** To be asked on the engine's thread. */
    public static Predicate<Reading> by(Sight sight, Engine engine) {
        return switch (sight.reach()) {
            case EVERYTHING -> reading -> true;
            case NOTHING -> reading -> false;
            case OWN, TEAM -> new SeenReadings(sight, engine);
        };
    }

    @Override
    public boolean test(Reading reading) {
        List<Part> parts = parts(reading);
        List<Part> people = of(parts, Employee.TYPE.name());
        if (!people.isEmpty()) return people.stream().allMatch(part -> isMine(part.id()));
        List<Part> teams = of(parts, Team.TYPE.name());
        if (!teams.isEmpty()) return teams.stream().allMatch(part -> isLed(part.id()));
        return parts.stream().flatMap(part -> owner(part).stream()).anyMatch(this::isMine);
    }

    /** One value of a scope, and the type of fact that it names. */
    private record Part(String type, String id) {}

    private static List<Part> of(List<Part> parts, String type) {
        return parts.stream().filter(part -> part.type().equals(type)).toList();
    }

    private static List<Part> parts(Reading reading) {
        return reading.scope().asMap().entrySet().stream()
                .map(each -> new Part(type(reading.definition(), each.getKey()), each.getValue()))
                .toList();
    }

    private static String type(Kpi kpi, String dimension) {
        return kpi.by().stream()
                .flatMap(List::stream)
                .filter(each -> each.name().equals(dimension))
                .findFirst()
                .flatMap(Dimension::entity)
                .orElse(dimension);
    }

    private boolean isMine(String employee) {
        if (employee.equals(Scope.UNKNOWN)) return false;
        if (employee.equals(sight.me())) return true;
        return sight.reach() == Sight.Reach.TEAM
                && engine.fact(Employee.TYPE, employee)
                        .map(fact -> ((Employee) fact).team())
                        .filter(this::isLed)
                        .isPresent();
    }

    private boolean isLed(String team) {
        return sight.reach() == Sight.Reach.TEAM
                && engine.fact(Team.TYPE, team)
                        .map(fact -> ((Team) fact).head())
                        .filter(sight.me()::equals)
                        .isPresent();
    }

    private Optional<String> owner(Part part) {
        return Catalogue.type(part.type())
                .flatMap(type -> engine.fact(type, part.id()))
                .flatMap(SeenReadings::owner);
    }

    private static Optional<String> owner(Fact fact) {
        return fact.type()
                .field("owner")
                .map(field -> field.value().apply(fact))
                .map(String::valueOf);
    }
}
