package norma.server.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.document.Node;
import norma.expression.Type;
import norma.fact.FactType;

/**
 * What the mapping says of one file, or of all files that a pattern with {@code *} names; its expressions are still text,
 * since their columns are known only with the file.
 */
record SourceMapping(
        Layout.Described file,
        List<ValueMap> values,
        List<Typed> types,
        List<LookupMapping> lookups,
        Optional<Unpivot> unpivot,
        Optional<Node.Scalar> onlyIf,
        List<Node.Scalar> ignored,
        List<FactMapping> facts) {

    /** Replaces whole values of one column; a replacement that is empty means undefined. */
    record ValueMap(Node.Scalar column, Map<String, String> replacements) {}

    /** A column that expressions see as something other than text. */
    record Typed(Node.Scalar column, Type type) {}

    /** Another file's row, found by a key. */
    record LookupMapping(Node.Scalar alias, Layout.Described file, Node.Scalar key, Node.Scalar on) {}

    /** One row becomes one for each of these columns. */
    record Unpivot(List<Turned> columns, Node.Scalar name, Node.Scalar value) {
        record Turned(Node.Scalar column, String label) {}
    }

    /** What a row that repeats the identifier of an earlier one with other values means. */
    enum Repeats {
        REJECT,
        FIRST,
        LAST
    }

    /**
     * A fact that each row gives.
     *
     * @param at empty when not said
     * @param keepsBlank whether an undefined value leaves its field as it was
     */
    record FactMapping(
            FactType type,
            Node.Scalar id,
            Optional<Node.Scalar> onlyIf,
            Optional<Node.Scalar> at,
            List<FieldMapping> set,
            List<ChangeMapping> changes,
            Repeats repeats,
            boolean keepsBlank) {}

    record FieldMapping(String field, Type type, Node.Scalar value) {}

    record ChangeMapping(Node.Scalar at, Optional<Node.Scalar> onlyIf, List<FieldMapping> set) {}
}
