package norma.server.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import norma.diagnostics.Text;
import norma.document.Shape;
import norma.server.intake.MappingShape;
import norma.server.notify.RoutesShape;
import norma.server.schema.JsonSchema;
import norma.server.schema.KnownNames;
import norma.standard.yaml.DefinitionsShape;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what may stand in a file of definitions, for editors. */
@Command(sortOptions = false, addMethodSubcommands = false)
final class SchemaCommand implements Callable<Integer> {

    /** The files that people edit. */
    enum Of {
        definitions(new Text("Definitions of Norma", "Определения Norma")) {
            @Override
            Shape shape() {
                return DefinitionsShape.file();
            }
        },
        mapping(new Text("A mapping of Norma", "Соответствие Norma")) {
            @Override
            Shape shape() {
                return MappingShape.file();
            }
        },
        routes(new Text("Routes of Norma", "Маршруты уведомлений Norma")) {
            @Override
            Shape shape() {
                return RoutesShape.file();
            }
        };

        private final Text title;

        Of(Text title) {
            this.title = title;
        }

        abstract Shape shape();
    }

    private final NormaCommand root;

    @Option(names = "--of", paramLabel = "FILES", defaultValue = "definitions")
    Of of = Of.definitions;

    @Option(names = "--definitions", paramLabel = "DIR")
    @Nullable
    Path definitions;

    @Option(names = "--rules", paramLabel = "DIR")
    @Nullable
    Path rules;

    @Option(names = "--output", paramLabel = "FILE")
    @Nullable
    Path output;

    SchemaCommand(NormaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        String schema = JsonSchema.of(of.shape(), of.title, known(), root.locale);
        if (output == null) root.out().print(schema);
        else WrittenFile.replace(output, schema);
        return Norma.CLEAN;
    }

    /** Without definitions the schema fits every firm. */
    private KnownNames known() {
        if (definitions == null) return KnownNames.NONE;
        Inputs inputs = new Inputs();
        inputs.definitions = definitions;
        inputs.rules = rules;
        Rulebook rulebook = Rulebook.require(inputs.definitionFiles(root.shell.home()));
        return KnownNames.of(rulebook.standards(), rulebook.drl());
    }
}
