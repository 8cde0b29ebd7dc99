package norma.server.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself: the options that every command takes. */
@Command(name = "norma", versionProvider = Version.class, sortOptions = false, addMethodSubcommands = false)
final class NormaCommand implements Runnable {

    /** When output is coloured. */
    enum Colour {
        auto,
        always,
        never
    }

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--lang", paramLabel = "en|ru", scope = ScopeType.INHERIT)
    @Nullable
    String lang;

    @Option(names = "--color", paramLabel = "WHEN", defaultValue = "auto", scope = ScopeType.INHERIT)
    Colour colour = Colour.auto;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT)
    boolean quiet;

    @Option(names = "--debug", scope = ScopeType.INHERIT)
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true)
    boolean version;

    final Shell shell;
    final Locale locale;

    NormaCommand(Shell shell, Locale locale) {
        this.shell = shell;
        this.locale = locale;
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), say("which command?", "какая команда?"));
    }

    String say(String en, String ru) {
        return locale.getLanguage().equals("ru") ? ru : en;
    }

    boolean coloured() {
        return switch (colour) {
            case always -> true;
            case never -> false;
            case auto ->
                shell.outIsTerminal()
                        && shell.variable("NO_COLOR").isEmpty()
                        && !shell.variable("TERM").filter("dumb"::equals).isPresent();
        };
    }

    Progress progress() {
        return new Progress(shell.err(), shell.errIsTerminal() && !quiet, locale);
    }

    PrintStream out() {
        return shell.out();
    }
}
