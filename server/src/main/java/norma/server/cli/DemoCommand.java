package norma.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import norma.server.demo.DemoCompany;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the generated company into a folder, as a sample of an export with its mapping. */
@Command(sortOptions = false, addMethodSubcommands = false)
final class DemoCommand implements Callable<Integer> {

    private final NormaCommand root;

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "dir")
    Path folder = Path.of("");

    @Option(names = "--seed", paramLabel = "N")
    long seed = DemoCompany.SEED;

    DemoCommand(NormaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Progress progress = root.progress()) {
            progress.now("generating", "создание данных");
            GeneratedCompany.company(root.shell.home(), seed).write(folder);
        } catch (IOException e) {
            throw new Refusal("cannot write to " + folder + ": " + e, "не записывается в " + folder + ": " + e);
        }
        if (!root.quiet)
            root.out()
                    .println(root.say(
                            "A generated company is in " + folder + "; judge it with: norma run --facts " + folder
                                    + " --as-of " + DemoCompany.LAST_DAY,
                            "Сгенерированная компания записана в " + folder + "; проверить её: norma run --facts "
                                    + folder + " --as-of " + DemoCompany.LAST_DAY));
        return Norma.CLEAN;
    }
}
