package norma.server.store;

import java.util.function.Function;

/** The store as somebody sees it. */
public final class View {

    private final Store store;
    private final Sight sight;

    View(Store store, Sight sight) {
        this.store = store;
        this.sight = sight;
    }

    /** Deviations, decisions and events that are out of sight are as if they were not. */
    public <T> T read(Function<Tables, T> question) {
        return store.read(tables -> question.apply(tables.seenBy(sight)));
    }

    public Sight sight() {
        return sight;
    }
}
