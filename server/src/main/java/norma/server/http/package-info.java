/**
 * Norma over HTTP, put together: pages for people, the interface for programs.
 *
 * <p>{@link norma.server.http.Service} is the way in. What concerns every request enters here; what is asked and answered
 * belongs to {@code norma.server.web} and {@code norma.server.api}.
 */
@NullMarked
package norma.server.http;

import org.jspecify.annotations.NullMarked;
