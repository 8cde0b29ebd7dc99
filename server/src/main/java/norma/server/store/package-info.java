/**
 * What must not be lost: the journal of facts, episodes, decisions, acts and definitions, in SQLite or PostgreSQL.
 *
 * <p>{@link norma.server.store.Store} is the way in; one transaction is one step of the live engine. Rows and the records
 * of the engine may enter; no engine, no HTTP, no clock.
 */
@NullMarked
package norma.server.store;

import org.jspecify.annotations.NullMarked;
