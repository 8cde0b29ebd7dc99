package norma.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Text;
import norma.fact.Catalogue;
import norma.fact.FactType;
import norma.server.starter.Starter;
import norma.standard.DeclaredDeviation;
import norma.standard.DeviationRule;
import norma.standard.Kpi;
import norma.standard.Standards;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the first file of a definition, one that is read without errors beside all the others. */
@Command(sortOptions = false, addMethodSubcommands = false)
final class NewCommand implements Callable<Integer> {

    enum Definition {
        kpi,
        norm,
        deviation,
        decision
    }

    private final NormaCommand root;

    @Parameters(index = "0", paramLabel = "KIND", descriptionKey = "kind")
    Definition kind = Definition.kpi;

    @Parameters(index = "1", paramLabel = "ID", descriptionKey = "id")
    String id = "";

    @Option(names = "--for", paramLabel = "ID")
    @Nullable
    String base;

    @Option(names = "--definitions", paramLabel = "DIR")
    @Nullable
    Path definitions;

    @Option(names = "--output", paramLabel = "FILE")
    @Nullable
    Path output;

    NewCommand(NormaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        Inputs inputs = new Inputs();
        inputs.definitions = definitions;
        DefinitionFiles files = inputs.definitionFiles(root.shell.home());
        Rulebook rulebook = Rulebook.require(files);
        Path file = output != null ? output : folder().resolve(id + ".yaml");
        if (Files.exists(file)) throw new Refusal(file + " exists already", file + " уже есть");
        String text = fitting(texts(rulebook), file, files);
        write(file, schemaLine(file) + text);
        root.out()
                .println(root.say(
                        file + " is written; see it with: norma check", file + " записан; проверить: norma check"));
        return Norma.CLEAN;
    }

    private Path folder() {
        return definitions != null ? definitions : root.shell.home().resolve("kpi-definitions");
    }

    /** By it an editor knows what may stand where. */
    private String schemaLine(Path file) {
        Path schema = root.shell.home().resolve("docs/definitions.schema.json");
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !folder.startsWith(root.shell.home()) || !Files.isRegularFile(schema)) return "";
        return "# yaml-language-server: $schema=" + folder.relativize(schema) + "\n";
    }

    /** The first of the texts that is read without errors. */
    private String fitting(List<String> texts, Path file, DefinitionFiles files) {
        List<Problem> errors = List.of();
        for (String text : texts) {
            List<Source> all = new ArrayList<>(files.yaml());
            all.add(new Source(file.toString(), text));
            Problems problems = new Problems();
            if (Rulebook.read(new DefinitionFiles(all, files.drl()), Optional.empty(), problems)
                    .isPresent()) return text;
            if (errors.isEmpty()) errors = problems.all();
        }
        throw new Refusal(new Text("nothing was written", "ничего не записано"), errors);
    }

    private List<String> texts(Rulebook rulebook) {
        Starter starter = new Starter(id, root.locale);
        Standards standards = rulebook.standards();
        return switch (kind) {
            case kpi -> List.of(starter.kpi(factType()));
            case norm -> {
                Kpi kpi = known(standards.kpis(), base());
                yield List.of(starter.norm(kpi)
                        .orElseThrow(() -> new Refusal(
                                "no norm can be set for " + kpi.id() + ": its values have no more and less",
                                "для " + kpi.id() + " нормы не поставить: его значения не бывают больше и меньше")));
            }
            case deviation -> List.of(starter.deviation(known(standards.norms(), base())));
            case decision -> decision(starter, rulebook);
        };
    }

    private List<String> decision(Starter starter, Rulebook rulebook) {
        Standards standards = rulebook.standards();
        Map<String, DeclaredDeviation> declared = rulebook.drl().declared();
        String deviation = base();
        Optional<DeviationRule> rule =
                Optional.ofNullable(standards.deviations().get(deviation));
        if (rule.isEmpty() && !declared.containsKey(deviation)) {
            List<String> ids = new ArrayList<>(standards.deviations().keySet());
            ids.addAll(declared.keySet());
            throw unknown(deviation, ids);
        }
        String subject = rule.map(found -> found.on().name())
                .orElseGet(() -> Objects.requireNonNull(declared.get(deviation)).subject());
        return Starter.assignees(subject, standards).stream()
                .map(assignee -> starter.decision(deviation, rule, assignee, Starter.action(standards)))
                .toList();
    }

    private FactType factType() {
        String name = base == null ? "deal" : base;
        return Catalogue.type(name)
                .orElseThrow(() -> unknown(
                        name, Catalogue.TYPES.stream().map(FactType::name).toList()));
    }

    private String base() {
        if (base != null) return base;
        Text missing =
                switch (kind) {
                    case norm -> new Text("a norm needs its KPI: --for ID", "норме нужен показатель: --for ID");
                    case deviation ->
                        new Text("a deviation needs its norm: --for ID", "отклонению нужна норма: --for ID");
                    default ->
                        new Text("a decision needs its deviation: --for ID", "решению нужно отклонение: --for ID");
                };
        throw new Refusal(missing);
    }

    private <D> D known(Map<String, D> definitions, String name) {
        D found = definitions.get(name);
        if (found == null) throw unknown(name, definitions.keySet());
        return found;
    }

    private static Refusal unknown(String name, Collection<String> names) {
        return Selection.unknown("--for", name, names);
    }

    /** Never over another file, even one that was written this moment. */
    private static void write(Path file, String text) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) Files.createDirectories(parent);
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new Refusal("cannot write " + file + ": " + e, "не записывается " + file + ": " + e);
        }
    }
}
