package norma.server.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import norma.diagnostics.Printer;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Norma from the command line. */
public final class Norma {

    /** Nothing needs attention. */
    public static final int CLEAN = 0;
    /** Something does. */
    public static final int FINDINGS = 1;
    /** Wrong use, or definitions with errors. */
    public static final int REFUSED = 2;
    /** A fault of the program. */
    public static final int FAULT = 3;

    private Norma() {}

    public static void main(String[] arguments) {
        // Picocli would look for Groovy in every jar.
        System.setProperty("picocli.disable.closures", "true");
        Shell shell = Shell.ofProcess();
        int exit = run(shell, arguments);
        shell.out().flush();
        System.exit(exit);
    }

    /** A run in this process, as if neither stream were a terminal. */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        Shell process = Shell.ofProcess();
        return run(
                new Shell(out, err, process.environment(), process.clock(), false, false, process.home()), arguments);
    }

    /** Does what {@link #main} does, and returns the exit code. */
    public static int run(Shell shell, String... arguments) {
        Locale locale = Language.of(arguments, shell);
        NormaCommand root = new NormaCommand(shell, locale);
        CommandLine line = new CommandLine(root, new Factory(root));
        Commands.add(line, arguments);
        ResourceBundle help = ResourceBundle.getBundle(
                "norma.server.cli.help",
                locale.equals(Language.RUSSIAN) ? locale : Locale.ROOT, // a help_en would be looked for in every jar
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        localise(line, help);
        line.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(root.coloured() ? Ansi.ON : Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler(new WrongUse(root));
        line.setExecutionExceptionHandler((exception, command, parsed) -> fail(exception, root));
        int exit = line.execute(arguments);
        shell.out().flush();
        return exit;
    }

    private static void localise(CommandLine line, ResourceBundle help) {
        line.setResourceBundle(help);
        line.getSubcommands().values().forEach(command -> localise(command, help));
    }

    private static int fail(Exception exception, NormaCommand root) {
        root.shell.out().flush();
        if (exception instanceof Refusal refusal) return refuse(refusal, root);
        String said = exception.getClass().getSimpleName() + ": " + exception.getMessage();
        root.shell
                .err()
                .println(root.say(
                        "norma: a fault of the program: " + said
                                + "; please report it with the command and the output of --debug",
                        "norma: ошибка программы: " + said
                                + "; сообщите о ней вместе с командой и тем, что выводит --debug"));
        if (root.debug) exception.printStackTrace(root.shell.err());
        return FAULT;
    }

    private static int refuse(Refusal refusal, NormaCommand root) {
        root.shell.err().print(new Printer(root.locale, root.coloured()).print(List.copyOf(refusal.problems())));
        root.shell.err().println("norma: " + refusal.said().in(root.locale));
        return REFUSED;
    }

    /** Commands are made with the program that they belong to. */
    private record Factory(NormaCommand root) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(NormaCommand.class).newInstance(root);
            } catch (NoSuchMethodException e) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
