/**
 * The engine at work: one thread takes facts, acts and time in turn, and keeps what came of them before it answers.
 *
 * <p>{@link norma.server.live.Live} is the way in. The engine is what can be recalled from the store at any time: when
 * something cannot be kept, it is recalled. Store, report and engine may enter; no HTTP, no pages, no options.
 */
@NullMarked
package norma.server.live;

import org.jspecify.annotations.NullMarked;
