package norma.server.notify;

import norma.server.store.Outbox;

/** Hands messages over; called by several threads. */
interface Carrier {

    /** Tries once, in bounded time. */
    Answer carry(Outbox.Message message);
}
