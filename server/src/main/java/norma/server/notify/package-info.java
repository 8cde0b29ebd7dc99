/**
 * Tells people and programs what happened, by routes that operations staff write: e-mail and signed webhooks.
 *
 * <p>{@link norma.server.notify.Notifier} is the way in. What is to be told is read from the events of the store, kept in
 * its outbox, and carried at the edge until it was taken. SMTP and outgoing HTTP live here and nowhere else; whatever is
 * told, was found and decided in other rooms.
 */
@NullMarked
package norma.server.notify;

import org.jspecify.annotations.NullMarked;
