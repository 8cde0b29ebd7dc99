package norma.server.intake.check;

import java.util.List;
import norma.diagnostics.Check;

/** Every check of mappings. */
public final class MappingChecks {

    private MappingChecks() {}

    public static List<Check> all() {
        return List.of(
                OtherCurrency.CHECK,
                UnknownEncoding.CHECK,
                WrongPositions.CHECK,
                DuplicateColumn.CHECK,
                UnreadableFile.CHECK,
                UnknownColumn.CHECK,
                DatePattern.CHECK,
                MadeByEngine.CHECK,
                UnknownField.CHECK,
                NoSuchFile.CHECK,
                NoPresent.CHECK);
    }
}
