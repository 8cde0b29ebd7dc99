package norma.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norma.diagnostics.Source;

/** Somebody saves a file of definitions while {@code norma serve} runs, a process of its own, over a firm that is there. */
final class SavedDefinitions {

    private static final int SAVES = 6;
    private static final long BETWEEN_QUESTIONS = 20;

    private static final Pattern PORT = Pattern.compile("http://localhost:([0-9]+)");

    private static final Pattern CASES = Pattern.compile("\"total\":([0-9]+)");
    private static final String REFUSED = "the last good ones stay in force";
    private static final int AMOUNT = Metric.AMOUNT.ordinal();

    private final Standard standard;
    private final String url;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param url of a store with a firm that was judged by the standard, and that nobody else uses */
    SavedDefinitions(Standard standard, String url) {
        this.standard = standard;
        this.url = url;
    }

    /** @param rows are told what was done, and how long it took */
    void run(BiConsumer<String, String> rows) throws Exception {
        Path folder = Files.createTempDirectory("saved");
        try {
            write(folder, standard.definitions());
            Process norma = serve(folder);
            try (BufferedReader out = norma.inputReader();
                    BufferedReader err = norma.errorReader()) {
                save(folder, port(out), err, rows);
            } finally {
                norma.destroy();
                if (!norma.waitFor(20, TimeUnit.SECONDS)) norma.destroyForcibly();
            }
        } finally {
            for (File file : Objects.requireNonNull(folder.toFile().listFiles())) Files.delete(file.toPath());
            Files.delete(folder);
        }
    }

    private Process serve(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "norma.server.cli.Norma",
                        "serve",
                        "--empty",
                        "--port",
                        "0",
                        "--db",
                        url,
                        "--definitions",
                        folder.toString())
                .start();
    }

    private static int port(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) return Integer.parseInt(port.group(1));
        }
        throw new IllegalStateException("norma serve has not started");
    }

    private void save(Path folder, int port, BufferedReader err, BiConsumer<String, String> rows) throws Exception {
        List<Long> live = new ArrayList<>();
        List<Long> refused = new ArrayList<>();
        String address = "http://localhost:" + port + "/api/v1/deviations?limit=1&rule="
                + standard.rules().get(AMOUNT).id();
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 0; i < SAVES; i++) {
            long before = cases(address);
            long start = System.nanoTime();
            write(folder, standard.with(AMOUNT, i % 2 == 0 ? 0.3 : 1).definitions());
            long after = before;
            while (after == before) {
                Thread.sleep(BETWEEN_QUESTIONS);
                after = cases(address);
            }
            live.add(System.nanoTime() - start);
            least = Math.min(least, Math.abs(after - before));
            most = Math.max(most, Math.abs(after - before));
            start = System.nanoTime();
            write(folder, List.of(new Source("norms.yaml", "schema: 1\nnorms:\n  broken: { kpi: nothing }\n")));
            String line = err.readLine();
            while (!line.contains(REFUSED)) line = err.readLine();
            refused.add(System.nanoTime() - start);
        }
        rows.accept(
                "a file is saved until its norm is in force and the %,d to %,d deviations that it makes or ends are there"
                        .formatted(least, most),
                told(live));
        rows.accept("a file is saved until its error is told", told(refused));
    }

    /** The first save meets code that never ran: it is told apart. */
    private static String told(List<Long> nanos) {
        List<Long> later = nanos.subList(1, nanos.size()).stream().sorted().toList();
        return "%s, the first time %s, at most %s then"
                .formatted(
                        Table.time(later.get(later.size() / 2)),
                        Table.time(nanos.get(0)),
                        Table.time(later.get(later.size() - 1)));
    }

    /** Each file at once: one that is half written would have an error more. */
    private static void write(Path folder, List<Source> sources) throws IOException {
        for (Source source : sources) {
            Path written = Files.writeString(folder.resolve(".saved"), source.text());
            Files.move(written, folder.resolve(source.name()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** How many deviations of the rule stand. */
    private long cases(String address) throws IOException, InterruptedException {
        String body = http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
        Matcher cases = CASES.matcher(body);
        if (!cases.find()) throw new IllegalStateException(body);
        return Long.parseLong(cases.group(1));
    }
}
