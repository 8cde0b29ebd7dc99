package norma.document.check;

import java.util.List;
import norma.diagnostics.Check;

/** Every check of a document as such. */
public final class DocumentChecks {

    private DocumentChecks() {}

    public static List<Check> all() {
        return List.of(
                NotYaml.CHECK,
                EmptyFile.CHECK,
                SeveralDocuments.CHECK,
                Anchor.CHECK,
                Tag.CHECK,
                BadKey.CHECK,
                DuplicateKey.CHECK,
                UnknownKey.CHECK,
                MissingKey.CHECK,
                NotAMapping.CHECK,
                NotAValue.CHECK,
                NotAList.CHECK,
                EmptyValue.CHECK,
                WrongType.CHECK,
                FixedLayout.CHECK);
    }
}
