package norma.server.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.server.handbook.Chapters;
import norma.server.handbook.Handbook;
import norma.server.handbook.Html;
import norma.server.handbook.Markdown;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a handbook of the definitions in force. */
@Command(sortOptions = false, addMethodSubcommands = false)
final class DocsCommand implements Callable<Integer> {

    enum Format {
        md,
        html
    }

    private final NormaCommand root;

    @Option(names = "--definitions", paramLabel = "DIR")
    @Nullable
    Path definitions;

    @Option(names = "--rules", paramLabel = "DIR")
    @Nullable
    Path rules;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "md")
    Format format = Format.md;

    @Option(names = "--output", paramLabel = "PATH")
    @Nullable
    Path output;

    DocsCommand(NormaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Inputs inputs = new Inputs();
        inputs.definitions = definitions;
        inputs.rules = rules;
        List<Path> paths = inputs.definitionPaths(root.shell.home());
        DefinitionFiles files = DefinitionFiles.under(paths);
        Rulebook rulebook = Rulebook.require(files);
        List<Source> tests = DefinitionFiles.tests(paths);
        LocalDate today = LocalDate.now(root.shell
                .clock()
                .withZone(rulebook.standards().model().calendar().zone()));
        Handbook book =
                Chapters.of(rulebook.standards(), rulebook.drl(), files.yaml(), tests, root.locale, this::href, today);
        String text = format == Format.html ? Html.of(book) : Markdown.of(book);
        if (output == null) root.out().print(text);
        else WrittenFile.replace(file(output), text);
        return Norma.CLEAN;
    }

    private Path file(Path given) {
        return Files.isDirectory(given) ? given.resolve("handbook." + format) : given;
    }

    /** From the handbook to the file: relative where the handbook is a file, as the file is named where it is not. */
    private String href(Span span) {
        Path source = Path.of(span.source().name());
        Path folder = output == null
                ? null
                : file(output).toAbsolutePath().normalize().getParent();
        Path shown = folder == null
                ? source
                : folder.relativize(source.toAbsolutePath().normalize());
        try {
            return new URI(null, null, shown.toString().replace('\\', '/'), "L" + span.line()).toASCIIString();
        } catch (URISyntaxException e) {
            return "#L" + span.line();
        }
    }
}
