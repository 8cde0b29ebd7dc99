package norma.server.cli;

import java.util.List;
import norma.diagnostics.Problem;
import norma.diagnostics.Text;

/** What was asked cannot be done, through the asker's own mistake: said in words, never with a trace. Exit code 2. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Text said;
    private final transient List<Problem> problems;

    Refusal(Text said) {
        this(said, List.of());
    }

    /** @param problems printed before the words */
    Refusal(Text said, List<Problem> problems) {
        super(said.en());
        this.said = said;
        this.problems = List.copyOf(problems);
    }

    Refusal(String en, String ru) {
        this(new Text(en, ru));
    }

    Text said() {
        return said;
    }

    List<Problem> problems() {
        return problems;
    }
}
