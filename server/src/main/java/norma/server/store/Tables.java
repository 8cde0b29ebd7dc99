package norma.server.store;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The tables, within one transaction or one question. */
public final class Tables {

    private final Handle handle;

    Tables(Handle handle) {
        this.handle = handle;
    }

    public Journal journal() {
        return new Journal(handle);
    }

    public Courses courses() {
        return new Courses(handle);
    }

    public Deviations deviations() {
        return new Deviations(handle);
    }

    public Decisions decisions() {
        return new Decisions(handle);
    }

    public Events events() {
        return new Events(handle);
    }

    public Audit audit() {
        return new Audit(handle);
    }

    public Versions versions() {
        return new Versions(handle);
    }

    public Requests requests() {
        return new Requests(handle);
    }

    /** What tells this installation apart from all others. */
    public UUID installation() {
        return UUID.fromString(handle.createQuery("SELECT id FROM installation")
                .mapTo(String.class)
                .one());
    }
}
