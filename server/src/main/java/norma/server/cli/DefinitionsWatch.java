package norma.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import norma.diagnostics.Digest;
import norma.diagnostics.Printer;
import norma.diagnostics.Problems;
import norma.judge.DrlRules;
import norma.server.live.Live;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;

/**
 * Puts definitions in force when their files change. Where they have errors, what judged until then goes on judging, and
 * every problem is said once.
 */
final class DefinitionsWatch implements AutoCloseable {

    private static final long PAUSE_MILLIS = 300;

    private final List<Path> paths;
    private final DrlRules drl;
    private final Live live;
    private final NormaCommand root;
    private final Thread looking = new Thread(this::keepLooking, "definitions");
    private volatile Standards inForce;
    private String seen;

    private DefinitionsWatch(List<Path> paths, Rulebook rulebook, String seen, Live live, NormaCommand root) {
        this.paths = paths;
        this.drl = rulebook.drl();
        this.inForce = rulebook.standards();
        this.seen = seen;
        this.live = live;
        this.root = root;
    }

    static DefinitionsWatch start(List<Path> paths, Rulebook rulebook, Live live, NormaCommand root) {
        String seen = Digest.of(DefinitionFiles.under(paths).yaml());
        DefinitionsWatch watch = new DefinitionsWatch(paths, rulebook, seen, live, root);
        watch.looking.setDaemon(true);
        watch.looking.start();
        return watch;
    }

    Standards inForce() {
        return inForce;
    }

    private void keepLooking() {
        try {
            while (true) {
                Thread.sleep(PAUSE_MILLIS);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            DefinitionFiles files = DefinitionFiles.under(paths);
            String digest = Digest.of(files.yaml());
            if (digest.equals(seen)) return;
            seen = digest;
            put(files);
        } catch (Refusal e) {
            root.shell.err().println("norma: " + e.said().in(root.locale));
        } catch (RuntimeException e) {
            root.shell.err().println("norma: " + e);
        } catch (ExecutionException e) {
            root.shell.err().println("norma: " + e.getCause());
        }
    }

    private void put(DefinitionFiles files) throws InterruptedException, ExecutionException {
        Problems problems = new Problems();
        Optional<Standards> read = Definitions.read(
                files.yaml(), drl.declared(), Optional.of(root.shell.clock().instant()), problems);
        root.shell.err().print(new Printer(root.locale, root.coloured()).print(problems.all()));
        if (read.isEmpty()) {
            root.shell
                    .err()
                    .println("norma: "
                            + root.say(
                                    "the definitions have errors; the last good ones stay in force",
                                    "в определениях есть ошибки; действуют прежние"));
            return;
        }
        long version = live.publish(read.get(), files.yaml(), "files").get();
        inForce = read.get();
        root.out().println(root.say("Definitions, version " + version, "Определения, версия " + version));
        root.out().flush();
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
