package norma.standard.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;

/** A check of standards as a whole. */
abstract class Lint extends Check {

    Lint(String code, Severity severity, Text why) {
        super(code, severity, why);
    }

    abstract void look(Draft draft, Problems problems);
}
