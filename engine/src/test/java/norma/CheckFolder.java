package norma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.document.Layout;
import norma.judge.DrlRules;
import norma.standard.DeclaredDeviation;
import norma.standard.yaml.Definitions;
import norma.standard.yaml.DefinitionsShape;

/** The examples of one check. */
record CheckFolder(Path path) {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    static final Path ALL = Path.of("src", "test", "resources", "norma", "check");

    static CheckFolder of(Check check) {
        return new CheckFolder(ALL.resolve(check.code()));
    }

    /** @param kind {@code bad} or {@code good} */
    List<Source> sources(String kind) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            List<Source> sources = new ArrayList<>();
            for (Path file : files.sorted().toList())
                if (file.getFileName().toString().matches(kind + "(-\\w+)?\\.(yaml|drl)")) sources.add(source(file));
            return sources;
        }
    }

    List<Problem> problems(String kind) throws IOException {
        List<Source> yaml = new ArrayList<>();
        List<Source> drl = new ArrayList<>();
        for (Source each : sources(kind)) (each.name().endsWith(".drl") ? drl : yaml).add(each);
        if (yaml.stream().noneMatch(each -> each.text().contains("\nmodel:")))
            yaml.add(source(ALL.resolve("prelude.yaml")));
        Problems problems = new Problems();
        Map<String, DeclaredDeviation> declared =
                DrlRules.compile(drl, problems).map(DrlRules::declared).orElse(Map.of());
        Definitions.read(yaml, declared, Optional.of(NOW), problems);
        if (!problems.hasErrors()) yaml.forEach(each -> Layout.of(each, DefinitionsShape.file(), problems));
        return problems.all();
    }

    private static Source source(Path file) throws IOException {
        return new Source(file.getFileName().toString(), Files.readString(file));
    }
}
