package norma;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import norma.diagnostics.Check;
import norma.diagnostics.check.SharedChecks;
import norma.document.check.DocumentChecks;
import norma.expression.check.ExpressionChecks;
import norma.judge.check.DrlChecks;
import norma.standard.check.Lints;
import norma.standard.yaml.check.DefinitionChecks;

/** Everything that the engine looks for in what people write. */
public final class Checks {

    private static final List<Check> ALL = ordered();

    private Checks() {}

    /** By code. */
    public static List<Check> all() {
        return ALL;
    }

    private static List<Check> ordered() {
        List<Check> all = new ArrayList<>();
        all.addAll(SharedChecks.all());
        all.addAll(DocumentChecks.all());
        all.addAll(ExpressionChecks.all());
        all.addAll(DefinitionChecks.all());
        all.addAll(DrlChecks.all());
        all.addAll(Lints.all());
        all.sort(Comparator.comparing(Check::code));
        return List.copyOf(all);
    }
}
