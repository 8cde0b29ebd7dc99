/**
 * Definitions that somebody changes while Norma runs: held against every check, rehearsed on the facts of the firm, put in
 * force as a version, taken back.
 *
 * <p>{@link norma.server.publish.Publishing} is the way in, for the API and for the watch over folders alike. Live, store
 * and the reader of definitions may enter; no HTTP, no files. Rules in DRL are never among what is sent.
 */
@NullMarked
package norma.server.publish;

import org.jspecify.annotations.NullMarked;
