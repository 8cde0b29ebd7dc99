package norma.server.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** What Norma can be told to do, by name, in the order of its help. */
final class Commands {

    private static final String COMPLETION = "completion";
    private static final Map<String, Class<?>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("run", RunCommand.class);
        ALL.put("serve", ServeCommand.class);
        ALL.put("account", AccountCommand.class);
        ALL.put("token", TokenCommand.class);
        ALL.put("check", CheckCommand.class);
        ALL.put("explain", ExplainCommand.class);
        ALL.put("facts", FactsCommand.class);
        ALL.put("demo", DemoCommand.class);
        ALL.put("new", NewCommand.class);
        ALL.put(COMPLETION, CompletionCommand.class);
        ALL.put("schema", SchemaCommand.class);
        ALL.put("fmt", FmtCommand.class);
        ALL.put("docs", DocsCommand.class);
    }

    private Commands() {}

    /**
     * Gives the program the command that the first argument names, or all where it names none. Reading the annotations of
     * all takes a tenth of a short run; only help, completion and complaints look at more than one.
     */
    static void add(CommandLine program, String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        Class<?> asked = ALL.get(first);
        if (asked == null || first.equals(COMPLETION)) ALL.forEach(program::addSubcommand);
        else program.addSubcommand(first, asked);
    }
}
