package norma.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norma.Engine;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.fact.Change;
import norma.judge.DrlRules;
import norma.server.intake.Intake;
import norma.server.intake.Mapping;
import norma.server.intake.Terms;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;

/** The demo as a user runs it: its files through its own mapping, judged by the definitions and rules that are shipped. */
public record Judged(Standards standards, DrlRules rules, DemoCompany demo, Path folder, List<Change> changes) {

    public static Judged in(Path folder) throws IOException {
        Problems problems = new Problems();
        DrlRules rules = DrlRules.compile(sources("rules", ".drl"), problems).orElseThrow();
        Standards standards = Definitions.read(sources("kpi-definitions", ".yaml"), rules.declared(), problems)
                .orElseThrow();
        DemoCompany demo = DemoCompany.standard(standards.model().calendar()::isWorking);
        demo.write(folder);
        Source mapping = new Source("mapping.yaml", Files.readString(folder.resolve("mapping.yaml")));
        Optional<Intake> intake = Mapping.read(mapping, Terms.of(standards.model()), problems)
                .flatMap(read -> Intake.bind(folder, read, problems));
        assertEquals(List.of(), problems.all());
        List<Change> changes = new ArrayList<>();
        intake.orElseThrow().read(changes::add, rejection -> {});
        return new Judged(standards, rules, demo, folder, List.copyOf(changes));
    }

    /** @param now epoch milliseconds */
    public Engine at(long now) {
        Engine engine = Engine.at(now, standards, rules);
        engine.apply(changes);
        return engine;
    }

    static Set<String> found(Engine engine, String rule) {
        return engine.deviations().stream()
                .filter(deviation -> deviation.rule().equals(rule))
                .map(deviation -> deviation.subject().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Source> sources(String folder, String suffix) throws IOException {
        Path root = Path.of("..").resolve(folder);
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(suffix)).sorted().toList()) {
                Path path = root.relativize(file);
                if (path.startsWith("src") || path.startsWith("target")) continue;
                sources.add(new Source(path.toString(), Files.readString(file)));
            }
        }
        return sources;
    }
}
