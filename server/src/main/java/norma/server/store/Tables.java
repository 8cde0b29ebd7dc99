package norma.server.store;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The tables, within one transaction or one question. */
public final class Tables {

    private final Handle handle;
    private final Sight sight;

    Tables(Handle handle) {
        this(handle, Sight.EVERYTHING);
    }

    private Tables(Handle handle, Sight sight) {
        this.handle = handle;
        this.sight = sight;
    }

    /** The same, without the deviations, decisions and events that are out of sight. */
    public Tables seenBy(Sight other) {
        return new Tables(handle, other);
    }

    public Journal journal() {
        return new Journal(handle);
    }

    public Courses courses() {
        return new Courses(handle);
    }

    public Deviations deviations() {
        return new Deviations(handle, sight);
    }

    public Groups groups() {
        return new Groups(handle, sight);
    }

    public Findings findings() {
        return new Findings(handle);
    }

    public Decisions decisions() {
        return new Decisions(handle, sight);
    }

    /** @param now epoch milliseconds, @param soon what is due before is due soon */
    public Agenda agenda(long now, long soon) {
        return new Agenda(handle, sight, now, soon);
    }

    public Events events() {
        return new Events(handle, sight);
    }

    public Audit audit() {
        return new Audit(handle);
    }

    public Versions versions() {
        return new Versions(handle);
    }

    public Accounts accounts() {
        return new Accounts(handle);
    }

    public Tokens tokens() {
        return new Tokens(handle);
    }

    public SignIns signIns() {
        return new SignIns(handle);
    }

    public Requests requests() {
        return new Requests(handle);
    }

    public Workings workings() {
        return new Workings(handle);
    }

    public Outbox outbox() {
        return new Outbox(handle);
    }

    /** What tells this installation apart from all others. */
    public UUID installation() {
        return UUID.fromString(handle.createQuery("SELECT id FROM installation")
                .mapTo(String.class)
                .one());
    }
}
