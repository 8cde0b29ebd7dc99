package norma.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.standard.yaml.Definitions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Reading and checking definitions: many of them, and the shipped ones as a whole process. */
final class CheckBenchmark {

    private static final int DEFINITIONS = 1_000;

    /** The exit of a run that found deviations. */
    private static final int FINDINGS = 1;

    private CheckBenchmark() {}

    static void run(Table table, File home) throws Exception {
        List<Source> sources = ManyDefinitions.of(DEFINITIONS);
        Path folder = written(sources);
        table.add(
                "check 1,000 definitions",
                new Contest()
                        .with("Norma", () -> check(sources))
                        .with("SnakeYAML alone: parsed, nothing checked", () -> parse(sources))
                        .run(5, 21));
        table.add(
                "a whole process",
                new Contest()
                        .with("java -version", () -> process(home, "java", "-version"))
                        .with("norma --version", () -> process(home, "./norma", "--version"))
                        .with("norma check, the shipped files", () -> process(home, "./norma", "check"))
                        .with("norma check, 1,000 definitions", () -> process(home, "./norma", "check", folder + ""))
                        .with("norma run, the demo", () -> process(home, "./norma", "run", "--quiet"))
                        .run(2, 11));
    }

    private static Object check(List<Source> sources) {
        Problems problems = new Problems();
        return Definitions.read(sources, Map.of(), problems)
                .orElseThrow(() -> new IllegalStateException(problems.all().toString()));
    }

    private static Object parse(List<Source> sources) {
        int events = 0;
        for (Source source : sources)
            for (var event : new Yaml(new LoaderOptions()).parse(new StringReader(source.text())))
                events += event.getEventId() == null ? 0 : 1;
        return events;
    }

    private static Path written(List<Source> sources) throws IOException {
        Path folder = Files.createTempDirectory("definitions");
        folder.toFile().deleteOnExit();
        for (Source source : sources) {
            Path file = folder.resolve(source.name());
            Files.writeString(file, source.text());
            file.toFile().deleteOnExit();
        }
        return folder;
    }

    private static int process(File home, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(home)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int exit = process.waitFor();
        if (exit > FINDINGS) throw new IllegalStateException(String.join(" ", command) + " gave " + exit);
        return exit;
    }
}
