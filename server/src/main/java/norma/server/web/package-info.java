/**
 * Pages for people: what deviates, why, what is decided, what is measured and by which definitions.
 *
 * <p>{@link norma.server.web.Pages} is the way in. A page is asked of the store and of the engine, made into records of
 * texts, and written by a template of the same name. HTTP may enter; whatever is decided, is decided in other rooms.
 */
@NullMarked
package norma.server.web;

import org.jspecify.annotations.NullMarked;
