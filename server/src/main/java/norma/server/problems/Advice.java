package norma.server.problems;

import norma.diagnostics.Problem;
import norma.diagnostics.Text;

/** A problem in one sentence with what was probably meant, for formats that have no place for it. */
final class Advice {

    private Advice() {}

    static Text of(Problem problem) {
        Text message = problem.message();
        return problem.suggestion()
                .map(meant -> new Text(
                        message.en() + "; did you mean " + meant + "?",
                        message.ru() + "; возможно, имелось в виду " + meant + "?"))
                .orElse(message);
    }
}
