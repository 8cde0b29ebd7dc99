package norma.server.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import norma.diagnostics.Printer;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.judge.DrlRules;
import norma.judge.DrlWords;
import norma.server.notify.Names;
import norma.server.notify.RoutesFile;
import norma.server.problems.Annotations;
import norma.server.problems.ProblemsJson;
import norma.server.problems.Sarif;
import norma.standard.DeclaredDeviation;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says everything that is wrong with definitions and rules, or how many there are when nothing is. */
@Command(sortOptions = false, addMethodSubcommands = false)
final class CheckCommand implements Callable<Integer> {

    /** For people, for programs, for code review, for the log of a build. */
    enum Format {
        table,
        json,
        sarif,
        github
    }

    private final NormaCommand root;

    @Parameters(arity = "0..*", paramLabel = "PATH", descriptionKey = "path")
    List<Path> paths = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table")
    Format format = Format.table;

    CheckCommand(NormaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        Problems found = new Problems();
        DefinitionFiles files =
                paths.isEmpty() ? new Inputs().definitionFiles(root.shell.home()) : DefinitionFiles.under(paths);
        Optional<DefinitionCounts> counts = read(files, found);
        List<Problem> problems = found.all();
        write(problems, counts);
        if (counts.isEmpty()) return Norma.REFUSED;
        return problems.isEmpty() ? Norma.CLEAN : Norma.FINDINGS;
    }

    private void write(List<Problem> problems, Optional<DefinitionCounts> counts) throws IOException {
        Writer out = new OutputStreamWriter(root.out(), StandardCharsets.UTF_8);
        switch (format) {
            case json -> new ProblemsJson(problems).write(counts.map(DefinitionCounts::byKind), out);
            case sarif -> new Sarif(Version.number(), root.locale, problems, counts.isPresent()).write(out);
            case github -> root.out().print(new Annotations(root.locale, problems).text());
            case table -> {
                root.out().print(new Printer(root.locale, root.coloured()).print(problems));
                root.out().println(verdict(counts, problems));
            }
        }
    }

    /** Rules in DRL alone make no company, but can be checked. */
    private Optional<DefinitionCounts> read(DefinitionFiles files, Problems problems) {
        if (files.yaml().isEmpty() && !files.drl().isEmpty())
            return DrlRules.compile(files.drl(), problems).map(DefinitionCounts::of);
        Optional<Instant> now = Optional.of(root.shell.clock().instant());
        CheckedRules checked = CheckedRules.besideTheProgram();
        Optional<Map<String, DeclaredDeviation>> known = checked.known(files.drl());
        if (known.isPresent())
            return Definitions.read(files.yaml(), known.get(), now, problems)
                    .filter(standards -> {
                        DrlWords.look(files.drl(), standards, known.get().keySet(), problems);
                        readRoutes(standards, known.get().keySet(), problems);
                        return !problems.hasErrors();
                    })
                    .map(standards -> DefinitionCounts.of(standards, known.get().size()));
        Optional<Rulebook> rulebook = Rulebook.read(files, now, problems);
        rulebook.ifPresent(
                read -> readRoutes(read.standards(), read.drl().declared().keySet(), problems));
        return rulebook.filter(read -> !problems.hasErrors())
                .map(read -> DefinitionCounts.of(
                        read.standards(), read.drl().declared().size()));
    }

    private void readRoutes(Standards standards, Set<String> drl, Problems problems) {
        Names names = Names.of(standards, drl);
        List<Path> searched = paths.isEmpty() ? new Inputs().definitionPaths(root.shell.home()) : paths;
        DefinitionFiles.routes(searched).forEach(source -> RoutesFile.read(source, names, problems));
    }

    private String verdict(Optional<DefinitionCounts> counts, List<Problem> problems) {
        long errors = problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
        long warnings = problems.size() - errors;
        if (counts.isEmpty())
            return root.say(
                    "errors: " + errors + ", warnings: " + warnings,
                    "ошибок: " + errors + ", предупреждений: " + warnings);
        String fine = counts.get().said(root.locale);
        return problems.isEmpty()
                ? root.say("no problems: ", "замечаний нет: ") + fine
                : root.say("warnings: " + warnings + "; ", "предупреждений: " + warnings + "; ") + fine;
    }
}
