package norma.server.live;

import norma.Engine;
import norma.deviation.Deviation;
import norma.fact.Catalogue;
import norma.fact.Client;
import norma.fact.Employee;
import norma.fact.Fact;
import norma.fact.Team;
import norma.server.store.Around;
import org.jspecify.annotations.Nullable;

/** Tells whom a deviation concerns. */
final class Surroundings {

    private Surroundings() {}

    static Around of(Deviation deviation, Engine engine) {
        String type = deviation.subject().type();
        String id = deviation.subject().id();
        Fact subject = fact(engine, type, id);
        @Nullable String client = type.equals("client") ? id : reference(subject, "client");
        Client known = (Client) fact(engine, "client", client);
        @Nullable String owner = owner(type, id, subject, known);
        Employee employee = (Employee) fact(engine, "employee", owner);
        @Nullable String team = type.equals("team") ? id : employee == null ? null : employee.team();
        Team led = (Team) fact(engine, "team", team);
        @Nullable String segment = type.equals("segment") ? id : known == null ? null : known.segment();
        return new Around(owner, team, led == null ? null : led.head(), client, segment);
    }

    private static @Nullable String owner(String type, String id, @Nullable Fact subject, @Nullable Client client) {
        if (type.equals("employee") || type.equals("owner")) return id;
        String own = reference(subject, "owner");
        return own != null || client == null ? own : client.owner();
    }

    private static @Nullable String reference(@Nullable Fact subject, String field) {
        if (subject == null) return null;
        return subject.type()
                .field(field)
                .map(each -> each.value().apply(subject))
                .map(String::valueOf)
                .orElse(null);
    }

    private static @Nullable Fact fact(Engine engine, String type, @Nullable String id) {
        if (id == null) return null;
        return Catalogue.type(type).flatMap(found -> engine.fact(found, id)).orElse(null);
    }
}
