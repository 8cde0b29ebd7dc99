package norma.server.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import norma.server.intake.Account;
import norma.server.intake.AccountText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is understood of a folder of exported files, and what is not. */
@Command(sortOptions = false, addMethodSubcommands = false)
final class FactsCommand implements Callable<Integer> {

    private final NormaCommand root;

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "dir")
    Path folder = Path.of("");

    @Option(names = "--mapping", paramLabel = "FILE")
    @Nullable
    Path mapping;

    @Option(names = "--definitions", paramLabel = "DIR")
    @Nullable
    Path definitions;

    @Option(names = "--rejects", paramLabel = "FILE")
    @Nullable
    Path rejects;

    @Option(names = "--top", paramLabel = "N", defaultValue = "10")
    int top = 10;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table")
    TextOrJson format = TextOrJson.table;

    FactsCommand(NormaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        Account account;
        try (Progress progress = root.progress()) {
            Inputs inputs = new Inputs();
            inputs.definitions = definitions;
            DefinitionFiles files = inputs.definitionFiles(root.shell.home());
            Rulebook rulebook = Rulebook.require(files);
            progress.now("reading facts", "чтение данных");
            account = FactsFolder.of(folder, mapping, rejects)
                    .read(rulebook.standards().model(), change -> progress.step(), root.locale);
        }
        if (format == TextOrJson.json) json(account);
        else root.out().print(AccountText.of(account, root.locale, top));
        return account.rejected() == 0 ? Norma.CLEAN : Norma.FINDINGS;
    }

    private void json(Account account) throws IOException {
        ObjectMapper mapper = new ObjectMapper()
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        Writer out = new OutputStreamWriter(root.out(), StandardCharsets.UTF_8);
        mapper.writerWithDefaultPrettyPrinter().writeValue(out, account);
        out.write('\n');
        out.flush();
    }
}
