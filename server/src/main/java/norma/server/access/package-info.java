/**
 * Who may do what over HTTP: accounts, tokens and sign-ins, the table of rights, and the one gate before every route.
 *
 * <p>{@link norma.server.access.Gate} is the way in; a route names a {@link norma.server.access.Right}, and its handler
 * asks {@link norma.server.access.Caller} who it is. The store and HTTP may enter; no engine, no pages.
 */
@NullMarked
package norma.server.access;

import org.jspecify.annotations.NullMarked;
