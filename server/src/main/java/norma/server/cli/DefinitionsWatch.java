package norma.server.cli;

import java.nio.file.Path;
import java.util.List;
import norma.diagnostics.Digest;
import norma.diagnostics.Printer;
import norma.server.publish.Publishing;

/**
 * Puts definitions in force when their files change. Where they have errors, what judged until then goes on judging, and
 * every problem is said once.
 */
final class DefinitionsWatch implements AutoCloseable {

    private static final long PAUSE_MILLIS = 100;

    private final List<Path> paths;
    private final Publishing publishing;
    private final NormaCommand root;
    private final Thread looking = new Thread(this::keepLooking, "definitions");
    private String seen;

    /** @param read what was read from these paths last */
    DefinitionsWatch(List<Path> paths, DefinitionFiles read, Publishing publishing, NormaCommand root) {
        this.paths = paths;
        this.seen = Digest.of(read.yaml());
        this.publishing = publishing;
        this.root = root;
    }

    void start() {
        looking.setDaemon(true);
        looking.start();
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

    private void look() {
        try {
            DefinitionFiles files = DefinitionFiles.within(paths);
            String digest = Digest.of(files.yaml());
            if (digest.equals(seen)) return;
            seen = digest;
            put(files);
        } catch (Refusal e) {
            root.shell.err().println("norma: " + e.said().in(root.locale));
        } catch (RuntimeException e) {
            root.shell.err().println("norma: " + e);
        }
    }

    private void put(DefinitionFiles files) {
        Publishing.Published published = publishing.publish(files.yaml(), Publishing.FILES);
        root.shell.err().print(new Printer(root.locale, root.coloured()).print(published.problems()));
        published
                .version()
                .ifPresentOrElse(
                        version -> root.out()
                                .println(root.say("Definitions, version " + version, "Определения, версия " + version)),
                        () -> root.shell
                                .err()
                                .println("norma: "
                                        + root.say(
                                                "the definitions have errors; the last good ones stay in force",
                                                "в определениях есть ошибки; действуют прежние")));
        root.out().flush();
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
