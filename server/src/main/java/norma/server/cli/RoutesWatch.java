package norma.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import norma.diagnostics.Printer;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Text;
import norma.server.live.Live;
import norma.server.notify.Names;
import norma.server.notify.Routes;
import norma.server.notify.RoutesFile;
import org.jspecify.annotations.Nullable;

/** The routes as their file says, anew when it changes; with errors the last good ones stay. */
final class RoutesWatch {

    private static final long BETWEEN_LOOKS = 1_000_000_000L;

    private final @Nullable Path file;
    private final Live live;
    private final NormaCommand root;
    private Routes inForce;
    private String seen;
    private long looked = System.nanoTime();

    private RoutesWatch(@Nullable Path file, Source read, Routes inForce, Live live, NormaCommand root) {
        this.file = file;
        this.seen = read.text();
        this.inForce = inForce;
        this.live = live;
        this.root = root;
    }

    /**
     * @param given the file, or null for {@code routes.yaml} beside the definitions, where there is one
     * @throws Refusal with every problem
     */
    static RoutesWatch of(@Nullable Path given, List<Path> definitions, Live live, NormaCommand root) {
        Path file = given == null ? beside(definitions) : given;
        if (file == null) return new RoutesWatch(null, new Source("", ""), Routes.NONE, live, root);
        if (!Files.isRegularFile(file)) throw new Refusal("there is no file " + file, "нет файла " + file);
        Source source = DefinitionFiles.source(file);
        Problems problems = new Problems();
        Routes routes = read(source, live, problems)
                .orElseThrow(() -> new Refusal(
                        new Text("the routes have errors", "в маршрутах уведомлений есть ошибки"), problems.all()));
        return new RoutesWatch(file, source, routes, live, root);
    }

    private static @Nullable Path beside(List<Path> definitions) {
        return definitions.stream()
                .map(path -> path.resolve(DefinitionFiles.ROUTES))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }

    private static Optional<Routes> read(Source source, Live live, Problems problems) {
        Names names = Names.of(live.standards(), live.drl().declared().keySet());
        return RoutesFile.read(source, names, problems);
    }

    synchronized Routes inForce() {
        if (file != null && System.nanoTime() - looked >= BETWEEN_LOOKS) {
            looked = System.nanoTime();
            look(file);
        }
        return inForce;
    }

    private void look(Path at) {
        try {
            Source source = DefinitionFiles.source(at);
            if (source.text().equals(seen)) return;
            seen = source.text();
            Problems problems = new Problems();
            Optional<Routes> next = read(source, live, problems);
            say(problems.all(), next.isPresent());
            next.ifPresent(routes -> inForce = routes);
        } catch (Refusal e) {
            root.shell.err().println("norma: " + e.said().in(root.locale));
        }
    }

    private void say(List<Problem> problems, boolean good) {
        root.shell.err().print(new Printer(root.locale, root.coloured()).print(problems));
        root.shell
                .err()
                .println("norma: "
                        + (good
                                ? root.say("other routes are in force", "действуют новые маршруты")
                                : root.say(
                                        "the routes have errors; the last good ones stay in force",
                                        "в маршрутах есть ошибки; действуют прежние")));
    }
}
