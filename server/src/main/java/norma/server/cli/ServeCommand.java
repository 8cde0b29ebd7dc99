package norma.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Digest;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.fact.Change;
import norma.server.access.PublicUrl;
import norma.server.access.Register;
import norma.server.access.Site;
import norma.server.demo.DemoCompany;
import norma.server.http.Service;
import norma.server.intake.Mappings;
import norma.server.live.Live;
import norma.server.publish.Publishing;
import norma.server.store.Store;
import norma.server.store.Versions;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Norma as a service: facts in, decisions out, for as long as it runs. */
@Command(sortOptions = false, addMethodSubcommands = false)
final class ServeCommand implements Callable<Integer> {

    private static final long LONGEST_GOODBYE = 10;

    private final NormaCommand root;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "7070")
    int port = 7070;

    @Option(names = "--host", paramLabel = "ADDR", defaultValue = "127.0.0.1")
    String host = "127.0.0.1";

    @Option(names = "--name", paramLabel = "NAME")
    List<String> names = new ArrayList<>();

    @Option(names = "--public-url", paramLabel = "URL")
    @Nullable
    String url;

    @Mixin
    StoreAt at = new StoreAt();

    @Option(names = "--definitions", paramLabel = "DIR")
    @Nullable
    Path definitions;

    @Option(names = "--rules", paramLabel = "DIR")
    @Nullable
    Path rules;

    @Option(names = "--mappings", paramLabel = "DIR")
    @Nullable
    Path mappings;

    @Option(names = "--empty")
    boolean empty;

    @Mixin
    NotifyOptions telling = new NotifyOptions();

    ServeCommand(NormaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        Progress progress = root.progress();
        progress.now("reading definitions", "чтение определений");
        Inputs inputs = new Inputs();
        inputs.definitions = definitions;
        inputs.rules = rules;
        List<Path> paths = inputs.definitionPaths(root.shell.home());
        Rulebook rulebook = Rulebook.require(DefinitionFiles.under(paths));
        DefinitionFiles files = DefinitionFiles.within(paths);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "goodbye"));
        progress.now("recalling", "восстановление");
        Site site = site();
        try (Store store = at.open(root.shell.home())) {
            requireAdministrator(site, store);
            serve(site, store, paths, files, rulebook, progress);
        } finally {
            closed.countDown();
        }
        return Norma.CLEAN;
    }

    private Site site() {
        Site site = new Site(host, port, names);
        if (url == null) return site;
        return PublicUrl.of(url)
                .map(site::at)
                .orElseThrow(() -> new Refusal(
                        "--public-url is an address such as https://norma.example, without a path",
                        "--public-url — это адрес вида https://norma.example, без пути"));
    }

    private void serve(
            Site site, Store store, List<Path> paths, DefinitionFiles files, Rulebook rulebook, Progress progress)
            throws Exception {
        Clock clock = root.shell.clock();
        try (Live live = Live.start(store, inForce(store, rulebook), rulebook.drl(), clock)) {
            Publishing publishing = new Publishing(store, live, clock);
            if (isChanged(store, files)) publishing.publish(files.yaml(), Publishing.FILES);
            if (!empty && store.read(tables -> tables.journal().size()) == 0) fill(live, live.standards(), progress);
            try (DefinitionsWatch watch = new DefinitionsWatch(paths, files, publishing, root);
                    Service service = Service.start(site, store, live, mappings(), publishing, clock);
                    Telling tells = Telling.of(telling, paths, store, live, site.root(service.port()), root)) {
                watch.start();
                tells.start();
                progress.over();
                doubt(store);
                announce(site, service.port());
                stopped.await();
            }
        }
    }

    /** The process is told to end: what is under way is finished first. */
    private void stop() {
        stopped.countDown();
        try {
            closed.await(LONGEST_GOODBYE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void announce(Site site, int at) {
        String name = site.isOpenToOthers() ? host : "localhost";
        root.out().println(root.say("Norma is at", "Норма работает:") + " http://" + name + ":" + at);
        if (site.isOpenToOthers())
            root.out()
                    .println(
                            root.say(
                                    "Others sign in over HTTPS only: a proxy with TLS before it, see docs/access.md",
                                    "С других машин вход только по HTTPS: поставьте перед службой прокси с TLS, см. docs/access.md"));
        root.out().flush();
    }

    private Mappings mappings() {
        if (mappings == null) return Mappings.none();
        if (!Files.isDirectory(mappings)) throw new Refusal("there is no folder " + mappings, "нет папки " + mappings);
        return Mappings.of(mappings, new MappingsOnStandardError(root));
    }

    /** What others can reach, somebody has to be able to keep. */
    private void requireAdministrator(Site site, Store store) {
        if (!site.isOpenToOthers() || new Register(store, root.shell.clock()).hasAdministrator()) return;
        String command = "norma account add NAME --role administrator" + at.typed();
        throw new Refusal(
                "others than this machine could reach it, and there is no administrator yet; type first: " + command,
                "служба была бы доступна не только с этой машины, а администратора ещё нет; сначала введите: "
                        + command);
    }

    /** An account of somebody whom no fact names would see nothing, and not know why. */
    private void doubt(Store store) {
        for (Text each : new Register(store, root.shell.clock()).doubts())
            root.shell.err().println("norma: " + each.in(root.locale));
    }

    /** What judged last goes on judging until the change to the new definitions is made: it shows as a change. */
    private static Standards inForce(Store store, Rulebook rulebook) {
        Optional<Versions.Version> last = store.read(tables -> tables.versions().inForce());
        return last.flatMap(version ->
                        Definitions.read(version.files(), rulebook.drl().declared(), new Problems()))
                .orElse(rulebook.standards());
    }

    /** Files that are as they were when they last came into force do not undo what was published since. */
    private static boolean isChanged(Store store, DefinitionFiles files) {
        String digest = Digest.of(files.yaml());
        return store.read(tables -> tables.versions().lastBy(Publishing.FILES))
                .filter(version -> version.digest().equals(digest))
                .isEmpty();
    }

    /** A company of up to yesterday, so that there is something to see. */
    private void fill(Live live, Standards standards, Progress progress)
            throws IOException, InterruptedException, ExecutionException {
        progress.now("generating the demo company", "создаётся демонстрационная компания");
        WorkingCalendar calendar = standards.model().calendar();
        LocalDate last = calendar.dateOf(root.shell.clock().millis()).minusDays(1);
        while (!calendar.isWorking(last)) last = last.minusDays(1);
        Path folder = Files.createTempDirectory("norma-demo");
        new DemoCompany(DemoCompany.SEED, last, calendar::isWorking).write(folder);
        List<Change> changes = new ArrayList<>();
        FactsFolder.of(folder, null, null).read(standards.model(), changes::add, root.locale);
        progress.now("measuring and judging", "измерение и проверка");
        live.take(changes).get();
        if (!root.quiet)
            progress.note(root.say(
                    "The data are generated, not real; --empty starts without them",
                    "Данные сгенерированы, не настоящие; --empty — начать без них"));
    }
}
