package norma.server.web;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import norma.Engine;
import norma.server.report.Directory;
import org.jspecify.annotations.Nullable;

/** What facts are called, asked of the engine once for a page. */
final class Names {

    private record Key(String type, String id) {}

    private final Set<Key> asked = new LinkedHashSet<>();
    private final Map<Key, String> known = new HashMap<>();

    Names ask(String type, @Nullable String id) {
        if (id != null) asked.add(new Key(type, id));
        return this;
    }

    /** On the engine's thread. */
    Names from(Engine engine) {
        Directory directory = new Directory(engine);
        asked.forEach(key -> known.put(key, directory.name(key.type(), key.id())));
        return this;
    }

    /** The identifier where there is no such fact; empty for none. */
    String of(String type, @Nullable String id) {
        return id == null ? "" : known.getOrDefault(new Key(type, id), id);
    }
}
