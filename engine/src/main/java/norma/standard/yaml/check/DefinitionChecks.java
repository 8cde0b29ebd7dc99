package norma.standard.yaml.check;

import java.util.List;
import norma.diagnostics.Check;

/** Every check of the readers of definitions. */
public final class DefinitionChecks {

    private DefinitionChecks() {}

    public static List<Check> all() {
        return List.of(UnknownNorm.CHECK);
    }
}
