package norma.server.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import norma.Engine;
import norma.Explanation;
import norma.deviation.Deviation;
import norma.fact.Fact;
import norma.server.report.Directory;
import norma.server.report.Explained;
import norma.server.report.ExplanationJson;
import norma.server.report.ExplanationText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why the rules found, or did not find, something in one subject. */
@Command(sortOptions = false, addMethodSubcommands = false)
final class ExplainCommand implements Callable<Integer> {

    private final NormaCommand root;

    @Parameters(index = "0", paramLabel = "SUBJECT", descriptionKey = "subject")
    String subject = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "RULE", descriptionKey = "rule-id")
    @Nullable
    String rule;

    @Mixin
    Inputs inputs = new Inputs();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table")
    TextOrJson format = TextOrJson.table;

    ExplainCommand(NormaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        try (Progress progress = root.progress();
                Judged judged = Judged.of(inputs, root.shell, root.locale, progress, root.quiet)) {
            if (rule != null) Selection.of(judged.rulebook(), List.of(), List.of(rule), List.of());
            Fact found = Subjects.find(subject, judged);
            Explained explained = explain(found, judged);
            progress.over();
            if (format == TextOrJson.json) {
                ExplanationJson.write(
                        explained, new BufferedWriter(new OutputStreamWriter(root.out(), StandardCharsets.UTF_8)));
            } else {
                root.out().print(ExplanationText.of(explained, root.locale, root.coloured()));
            }
            return explained.deviations().isEmpty() ? Norma.CLEAN : Norma.FINDINGS;
        }
    }

    private Explained explain(Fact fact, Judged judged) {
        Engine engine = judged.engine();
        List<Explanation> explanations = engine.explain(fact).stream()
                .filter(explanation -> rule == null || explanation.rule().id().equals(rule))
                .toList();
        List<Deviation> deviations = engine.deviations().stream()
                .filter(d -> d.subject().type().equals(fact.type().name())
                        && d.subject().id().equals(fact.id())
                        && (rule == null || d.rule().equals(rule)))
                .toList();
        return new Explained(
                judged.rulebook().standards(),
                engine.now(),
                fact,
                explanations,
                deviations,
                engine.decisions().stream()
                        .filter(decision -> deviations.stream().anyMatch(d -> d.id().equals(decision.deviation())))
                        .toList(),
                new Directory(engine),
                rule != null);
    }
}
