package norma.server.cli;

import java.util.List;
import norma.diagnostics.Printer;
import norma.diagnostics.Problem;
import norma.server.intake.Mappings;
import norma.server.intake.Rejection;

/** Says on the standard error stream what is wrong with mappings, and what webhooks told that is not understood. */
record MappingsOnStandardError(NormaCommand root) implements Mappings.Keeper {

    @Override
    public void problems(List<Problem> problems) {
        root.shell.err().print(new Printer(root.locale, root.coloured()).print(problems));
    }

    @Override
    public void rejected(String mapping, Rejection why) {
        String column = why.column().isEmpty() ? "" : " " + why.column() + " '" + why.value() + "'";
        root.shell
                .err()
                .println("norma: " + root.say("webhook ", "вебхук ") + mapping + ":" + column + ": "
                        + why.reason().in(root.locale));
    }
}
