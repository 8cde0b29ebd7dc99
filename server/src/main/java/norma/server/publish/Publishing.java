package norma.server.publish;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.server.live.Live;
import norma.server.live.Refusal;
import norma.server.live.Rehearsal;
import norma.server.store.Store;
import norma.server.store.Versions;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;

/** Puts definitions in force, one version after another; what has any error never is. */
public final class Publishing {

    /** Who changes definitions by saving their files. */
    public static final String FILES = "files";

    private final Store store;
    private final Live live;
    private final Clock clock;
    private volatile List<Problem> ofFiles = List.of();

    public Publishing(Store store, Live live, Clock clock) {
        this.store = store;
        this.live = live;
        this.clock = clock;
    }

    /**
     * What came of reading definitions.
     *
     * @param standards nothing when there is any error
     * @param problems errors and warnings
     */
    public record Checked(List<Source> files, Optional<Standards> standards, List<Problem> problems) {}

    /**
     * What came of putting definitions in force.
     *
     * @param version nothing when there is any error: the last good version stays
     */
    public record Published(Optional<Long> version, List<Problem> problems) {}

    /** @throws Refusal when there is no such version, or a file has no such name */
    public Checked check(Draft draft) {
        return check(draft.over(version(draft.base()).files()));
    }

    private Checked check(List<Source> files) {
        Problems problems = new Problems();
        Optional<Standards> standards =
                Definitions.read(files, live.drl().declared(), Optional.of(clock.instant()), problems);
        return new Checked(files, standards, problems.all());
    }

    /** What would come of it, in a second engine over the same facts; nothing is kept. */
    public Rehearsal rehearse(Standards next) {
        return live.rehearse(next);
    }

    /**
     * @param author who is named beside the version
     * @throws Refusal when another version than the one that was edited is in force
     */
    public Published publish(Draft draft, String author) {
        Checked checked = check(draft);
        return put(checked, author, draft.base());
    }

    /** Puts in force what stands in files, whatever is in force. */
    public Published publish(List<Source> files, String author) {
        Checked checked = check(files);
        if (author.equals(FILES)) ofFiles = checked.problems();
        return put(checked, author, Live.ANY_VERSION);
    }

    /** What is wrong with the files as they were saved last; with an error among them they are not in force. */
    public List<Problem> problemsOfFiles() {
        return ofFiles;
    }

    /**
     * Puts the files of an earlier version in force again, as a new version.
     *
     * @throws Refusal when there is no such version
     */
    public Published rollBack(long version, String author) {
        return publish(version(version).files(), author);
    }

    private Versions.Version version(long number) {
        return store.read(tables -> tables.versions().number(number))
                .orElseThrow(() -> new Refusal("there is no version " + number, "версии " + number + " нет"));
    }

    private Published put(Checked checked, String author, long base) {
        if (checked.standards().isEmpty()) return new Published(Optional.empty(), checked.problems());
        long version = Live.answered(live.publish(checked.standards().get(), checked.files(), author, base));
        return new Published(Optional.of(version), checked.problems());
    }
}
