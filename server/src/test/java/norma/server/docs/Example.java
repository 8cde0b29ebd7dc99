package norma.server.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import norma.diagnostics.Printer;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.judge.DrlRules;
import norma.standard.DeclaredDeviation;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;

/**
 * Definitions as a page shows them, completed by what they rest on: a block that names a file of the library by the library,
 * a block that begins with {@code schema: 1} by nothing, any other by the prelude, the last block of the language's page.
 */
record Example(List<Problem> problems, Optional<Standards> standards) {

    private static final String FILE = "# kpi-definitions/";

    private static final Page LANGUAGE = Page.of("docs/language.md");

    /** The deviations that the rules of the library and of the page declare. */
    private static final Map<String, DeclaredDeviation> DECLARED = declared();

    static Example read(String code) {
        List<Source> sources = new ArrayList<>();
        if (code.startsWith(FILE)) {
            sources.addAll(library(".yaml"));
            sources.add(new Source(code.substring(2, code.indexOf('\n')), code));
        } else if (code.startsWith("schema: 1")) {
            sources.add(new Source("example.yaml", code));
        } else {
            List<Page.Block> blocks = LANGUAGE.blocks("yaml");
            sources.add(new Source("prelude.yaml", blocks.get(blocks.size() - 1).code()));
            sources.add(new Source("example.yaml", code + "schema: 1\n"));
        }
        Problems problems = new Problems();
        Optional<Standards> standards = Definitions.read(sources, DECLARED, problems);
        return new Example(problems.all(), standards);
    }

    String printed() {
        return new Printer(Locale.ENGLISH).print(problems);
    }

    /** A part of a firm's definitions defines what only other parts use: that is no fault of the part. */
    String errors() {
        return new Printer(Locale.ENGLISH)
                .print(problems.stream()
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                        .toList());
    }

    private static Map<String, DeclaredDeviation> declared() {
        List<Source> rules = new ArrayList<>(library(".drl"));
        LANGUAGE.blocks("drl").forEach(block -> rules.add(new Source("line " + block.line(), block.code())));
        return rules(rules, new Problems()).map(DrlRules::declared).orElse(Map.of());
    }

    static Optional<DrlRules> rules(List<Source> sources, Problems problems) {
        return DrlRules.compile(sources, problems);
    }

    /** The files that Norma ships. */
    static List<Source> library(String ending) {
        Path folder = Page.root().resolve(ending.equals(".drl") ? "rules" : "kpi-definitions");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().endsWith(".test.yaml"))
                    .filter(file -> !folder.relativize(file).toString().matches("(src|target)\\b.*"))
                    .sorted()
                    .map(file -> new Source(
                            Page.root().relativize(file).toString(),
                            Page.of(file).text()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
