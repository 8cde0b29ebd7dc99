package norma.standard.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.standard.DeclaredDeviation;
import norma.standard.Standards;

/** A file that Norma ships, with those that it rests on, so that it can be read by itself. */
record Shipped(String name, String text, List<String> others) {

    private static final Map<String, DeclaredDeviation> DECLARED_IN_DRL = Map.of(
            "client_part",
            new DeclaredDeviation("client", Span.nowhere()),
            "client_terms",
            new DeclaredDeviation("client", Span.nowhere()),
            "head_team_breaks_norms",
            new DeclaredDeviation("employee", Span.nowhere()));
    private static final String OFFICE = "schema: 1\ncalendars: { office: { zone: Europe/Moscow } }";

    static List<Shipped> all() {
        List<Shipped> all = new ArrayList<>();
        String model = library("model.yaml");
        all.add(in("calendars/office.yaml", library("calendars/russia.yaml")));
        all.add(in("calendars/russia.yaml", library("calendars/office.yaml")));
        all.add(in("calendars/kazakhstan.yaml"));
        all.add(in("model.yaml", library("deals.yaml"), OFFICE));
        Stream.of("deals.yaml", "clients.yaml", "funnel.yaml", "people.yaml")
                .forEach(file -> all.add(in(file, model, OFFICE)));
        all.add(in("decisions-of-rules.yaml", library("clients.yaml"), model, OFFICE));
        Path examples = Path.of("..", "docs", "examples");
        try (Stream<Path> folders = Files.list(examples)) {
            folders.filter(Files::isDirectory).sorted().forEach(folder -> {
                Path file = folder.resolve("definitions.yaml");
                all.add(new Shipped(examples.relativize(file).toString(), text(file), List.of()));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static Shipped in(String file, String... others) {
        return new Shipped(file, library(file), List.of(others));
    }

    private static String library(String file) {
        return text(Path.of("..", "kpi-definitions").resolve(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads it with another text in its place. */
    Optional<Standards> read(String instead, Problems problems) {
        List<Source> sources = new ArrayList<>(List.of(new Source(name, instead)));
        others.forEach(other -> sources.add(new Source("other " + sources.size(), other)));
        return Definitions.read(sources, DECLARED_IN_DRL, problems);
    }
}
