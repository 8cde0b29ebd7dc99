package norma.diagnostics.check;

import java.util.List;
import norma.diagnostics.Check;

/** Every check of this room. */
public final class SharedChecks {

    private SharedChecks() {}

    public static List<Check> all() {
        return List.of(UnknownValue.CHECK, TooLong.CHECK, TooDeep.CHECK);
    }
}
