package norma.server.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import norma.Engine;
import norma.deviation.Deviation;
import norma.fact.Catalogue;
import norma.fact.Deal;
import norma.fact.Employee;
import norma.fact.Fact;
import norma.fact.FactType;
import norma.fact.Team;
import norma.fact.Visit;

/** Who and what the facts are, for texts that name them. */
public final class Directory {

    private final Engine engine;

    public Directory(Engine engine) {
        this.engine = engine;
    }

    public Optional<Fact> fact(String type, String id) {
        return Catalogue.type(type).flatMap(found -> engine.fact(found, id));
    }

    /** The title of a fact; its identifier where it has none, or is unknown. */
    public String name(String type, String id) {
        return fact(type, id).map(Fact::name).orElse(id);
    }

    public String employee(String id) {
        return name(Employee.TYPE.name(), id);
    }

    /** The employee who answers for a subject: its owner, the head of a team, or the employee himself. */
    public Optional<String> responsible(Deviation.About about) {
        Optional<Fact> subject = fact(about.type(), about.id());
        if (subject.isEmpty()) return Optional.empty();
        if (subject.get() instanceof Employee employee) return Optional.of(employee.id());
        if (subject.get() instanceof Team team) return Optional.ofNullable(team.head());
        return subject.get()
                .type()
                .field("owner")
                .map(field -> field.value().apply(subject.get()))
                .map(String::valueOf);
    }

    public Optional<String> position(String employee) {
        return fact(Employee.TYPE.name(), employee)
                .map(Employee.class::cast)
                .flatMap(found -> Optional.ofNullable(found.position()));
    }

    public long count(FactType type) {
        return engine.facts(type).size();
    }

    public long openDeals() {
        return engine.facts(Deal.TYPE).stream()
                .filter(deal -> "open".equals(((Deal) deal).status()))
                .count();
    }

    Map<String, Long> factsByType() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (FactType type : Catalogue.TYPES) {
            long count = type == Visit.TYPE ? 0 : count(type);
            if (count > 0) counts.put(type.name(), count);
        }
        return counts;
    }
}
