package norma.server.store;

import org.jspecify.annotations.Nullable;

/** Whom a deviation concerns, by id: what heads look for it by. */
public record Around(
        @Nullable String owner,
        @Nullable String team,
        @Nullable String head,
        @Nullable String client,
        @Nullable String segment) {}
