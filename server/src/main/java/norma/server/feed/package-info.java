/**
 * What deviates as feeds that any reader of news can subscribe to: JSON Feed 1.1 and Atom.
 *
 * <p>{@link norma.server.feed.Feeds} is the way in. Rows of the store and HTTP may enter; the engine is not asked, so that
 * however many readers ask, nobody waits.
 */
@NullMarked
package norma.server.feed;

import org.jspecify.annotations.NullMarked;
