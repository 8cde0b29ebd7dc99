package norma.judge.check;

import java.util.List;
import norma.diagnostics.Check;

/** Every check of rules in DRL. */
public final class DrlChecks {

    private DrlChecks() {}

    public static List<Check> all() {
        return List.of(DrlSyntax.CHECK, DrlSubject.CHECK);
    }
}
