package norma.server.cli;

import java.util.List;
import java.util.stream.Collectors;
import norma.diagnostics.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments, and where the help is. */
final class WrongUse implements IParameterExceptionHandler {

    private final NormaCommand root;

    WrongUse(NormaCommand root) {
        this.root = root;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine line = exception.getCommandLine();
        String command = line.getCommandSpec().qualifiedName();
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return Norma.REFUSED;
        }
        root.shell.err().println("norma: " + said(exception));
        suggestion(exception);
        root.shell.err().println(root.say("see ", "смотрите ") + command + " --help");
        return Norma.REFUSED;
    }

    private String said(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) return unknown(unmatched);
        if (exception instanceof MissingParameterException missing) return missing(missing.getMissing());
        ArgSpec about = exception.getArgSpec();
        if (exception instanceof OverwrittenOptionException && about != null)
            return name(about) + root.say(" is given twice", ": указано дважды");
        if (about != null && exception.getValue() != null)
            return name(about) + ": '" + exception.getValue() + "' " + root.say("does not fit here", "сюда не подходит")
                    + allowed(about);
        return String.valueOf(exception.getMessage());
    }

    private String unknown(UnmatchedArgumentException unmatched) {
        String first = unmatched.getUnmatched().isEmpty()
                ? ""
                : unmatched.getUnmatched().get(0);
        if (first.startsWith("-")) return root.say("there is no option ", "нет параметра ") + first;
        return !unmatched.getCommandLine().getSubcommands().isEmpty()
                ? root.say("there is no command '" + first + "'", "нет команды «" + first + "»")
                : root.say("'" + first + "' is one argument too many", "лишний аргумент «" + first + "»");
    }

    private void suggestion(ParameterException exception) {
        if (!(exception instanceof UnmatchedArgumentException unmatched)) return;
        List<String> near = near(unmatched);
        if (near.isEmpty()) return;
        root.shell
                .err()
                .println(root.say("did you mean ", "возможно, имелось в виду ") + String.join(", ", near) + "?");
    }

    /** A command is told by Norma's own sense of nearness, which knows swapped letters. */
    private static List<String> near(UnmatchedArgumentException unmatched) {
        CommandLine line = unmatched.getCommandLine();
        String first = unmatched.getUnmatched().get(0);
        if (first.startsWith("-") || line.getSubcommands().isEmpty()) return unmatched.getSuggestions();
        return Nearest.to(first, line.getSubcommands().keySet()).best().stream().toList();
    }

    private String missing(List<ArgSpec> arguments) {
        return root.say("missing: ", "не хватает: ")
                + arguments.stream().map(WrongUse::name).collect(Collectors.joining(", "));
    }

    private String allowed(ArgSpec about) {
        if (!about.type().isEnum()) return "";
        return root.say("; allowed: ", "; допустимо: ")
                + List.of(about.type().getEnumConstants()).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
