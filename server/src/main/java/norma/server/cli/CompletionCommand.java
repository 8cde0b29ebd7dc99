package norma.server.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A script by which bash and zsh complete Norma's commands and options. */
@Command(sortOptions = false, addMethodSubcommands = false)
final class CompletionCommand implements Callable<Integer> {

    private final NormaCommand root;

    @Spec
    @Nullable
    CommandSpec spec;

    CompletionCommand(NormaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        CommandSpec whole = Objects.requireNonNull(spec).root();
        root.out().print(AutoComplete.bash(whole.name(), whole.commandLine()));
        return Norma.CLEAN;
    }
}
