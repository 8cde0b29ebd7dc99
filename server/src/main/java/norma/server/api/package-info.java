/**
 * The interface for programs, under {@code /api/v1}: facts in, deviations, decisions and readings out, events as they happen.
 *
 * <p>{@link norma.server.api.Api} is the way in. HTTP ends here: requests become changes and acts, answers become JSON.
 * Live engine, store and report may enter; no SQL, no pages.
 */
@NullMarked
package norma.server.api;

import org.jspecify.annotations.NullMarked;
