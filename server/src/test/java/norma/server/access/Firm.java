package norma.server.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.judge.DrlRules;
import norma.server.http.Service;
import norma.server.intake.Mappings;
import norma.server.live.Hands;
import norma.server.live.Live;
import norma.server.publish.Publishing;
import norma.server.store.Role;
import norma.server.store.Store;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;

/** Two teams with a head, a seller and a large deal each, and an account for everybody. */
public final class Firm implements AutoCloseable {

    public static final String PASSWORD = "correct horse battery";

    public final Hands hands = new Hands(Instant.parse("2026-03-02T06:00:00Z"));
    public final Store store;
    public final Live live;
    public final Register register;
    /** By account. */
    public final Map<String, String> tokens = new LinkedHashMap<>();

    public Firm(String database) throws Exception {
        Problems problems = new Problems();
        Source source = new Source("firm.yaml", text("firm.yaml"));
        Standards standards = Definitions.read(List.of(source), Map.of(), problems)
                .orElseThrow(() -> new AssertionError(problems.all().toString()));
        store = Store.open(database);
        live = Live.start(store, standards, DrlRules.none(), hands);
        live.take(List.of(
                        change("team", "t1", "head", "h1"),
                        change("team", "t2", "head", "h2"),
                        change("employee", "h1", "team", "t1"),
                        change("employee", "h2", "team", "t2"),
                        change("employee", "s1", "team", "t1"),
                        change("employee", "s2", "team", "t2"),
                        change("client", "c1", "title", "North & sons", "owner", "s1"),
                        change("client", "c2", "title", "Secret client", "owner", "s2"),
                        deal("D1", "s1", "c1"),
                        deal("D2", "s2", "c2")))
                .get();
        new Publishing(store, live, hands).publish(List.of(source), Publishing.FILES);
        register = new Register(store, hands);
    }

    /** One account of each role, of the same name, and those of the second team. */
    public Firm withAccounts() {
        add("administrator", Role.ADMINISTRATOR, null);
        add("viewer", Role.VIEWER, null);
        add("operations", Role.OPERATIONS, null);
        add("seller", Role.SELLER, "s1");
        add("seller2", Role.SELLER, "s2");
        add("head", Role.HEAD, "h1");
        add("head2", Role.HEAD, "h2");
        return this;
    }

    private void add(String name, Role role, String employee) {
        register.add(name, role, employee, PASSWORD.toCharArray());
        tokens.put(name, register.token(name, "test", null));
    }

    static Change deal(String id, String owner, String client) {
        return change(
                "deal",
                id,
                "status",
                "open",
                "owner",
                owner,
                "client",
                client,
                "title",
                "Deal " + id,
                "stage",
                "lead",
                "amount",
                500_0000L);
    }

    static Change change(String type, String id, Object... set) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < set.length; i += 2) values.put(String.valueOf(set[i]), set[i + 1]);
        long at = Instant.parse("2026-03-02T06:00:00Z").toEpochMilli();
        return new Change(Catalogue.type(type).orElseThrow(), id, at, values);
    }

    /** A new gate with every start: what one attack used up does not stop the next. */
    public Service serve(Site site) {
        return Service.start(site, store, live, Mappings.none(), hands);
    }

    /** The number of the episode of the large deal. */
    public long deviation(String deal) {
        return store.read(tables -> tables.deviations().last("large/deal/" + deal))
                .orElseThrow()
                .number();
    }

    public long decision(String deal) {
        long deviation = deviation(deal);
        return store.read(tables -> tables.decisions().of(deviation)).get(0).number();
    }

    static String text(String resource) {
        try (InputStream in = Firm.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        live.close();
        store.close();
    }
}
