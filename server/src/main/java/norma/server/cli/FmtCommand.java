package norma.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import norma.diagnostics.Printer;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.document.Document;
import norma.document.Layout;
import norma.document.Shape;
import norma.server.intake.MappingShape;
import norma.server.notify.RoutesShape;
import norma.standard.yaml.DefinitionsShape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the keys of definitions and mappings in order and indents them, and leaves all else as it is written. */
@Command(sortOptions = false, addMethodSubcommands = false)
final class FmtCommand implements Callable<Integer> {

    private final NormaCommand root;

    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "path")
    List<Path> paths = new ArrayList<>();

    @Option(names = "--check")
    boolean check;

    FmtCommand(NormaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Problems problems = new Problems();
        int files = 0;
        int changed = 0;
        for (Path file : DefinitionFiles.edited(paths)) {
            Source source = DefinitionFiles.source(file);
            Optional<String> laid = Layout.of(source, shape(source), problems);
            files++;
            if (laid.isEmpty() || laid.get().equals(source.text())) continue;
            changed++;
            if (!check) WrittenFile.replace(file, laid.get());
            root.out().println(source.name());
        }
        root.shell.err().print(new Printer(root.locale).print(problems.all()));
        if (!root.quiet) root.shell.err().println(verdict(files, changed));
        if (problems.hasErrors()) return Norma.REFUSED;
        return check && changed > 0 ? Norma.FINDINGS : Norma.CLEAN;
    }

    private static Shape shape(Source source) {
        List<String> keys = Document.read(source, new Problems()).stream()
                .flatMap(file -> file.entries().stream())
                .map(entry -> entry.key().text())
                .toList();
        if (keys.contains("sources")) return MappingShape.file();
        return keys.contains("routes") ? RoutesShape.file() : DefinitionsShape.file();
    }

    private String verdict(int files, int changed) {
        return check
                ? root.say("would change: ", "изменились бы: ") + changed + root.say(" of ", " из ") + files
                : root.say("changed: ", "изменено: ") + changed + root.say(" of ", " из ") + files;
    }
}
