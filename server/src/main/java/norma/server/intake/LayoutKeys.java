package norma.server.intake;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.diagnostics.Problems;
import norma.document.Form;
import norma.document.Node;
import norma.document.check.NotAList;
import norma.server.intake.Layout.FixedColumn;
import norma.server.intake.Layout.Format;
import norma.server.intake.check.DuplicateColumn;
import norma.server.intake.check.UnknownEncoding;
import norma.server.intake.check.WrongPositions;

/** Reads the keys that say how a file is cut into rows and columns. */
final class LayoutKeys {

    private static final Map<String, Format> FORMATS = Map.of(
            "csv",
            Format.CSV,
            "json",
            Format.JSON,
            "ndjson",
            Format.NDJSON,
            "fixed",
            Format.FIXED,
            "form",
            Format.FORM);

    private final Form form;
    private final Problems problems;

    LayoutKeys(Form form, Problems problems) {
        this.form = form;
        this.problems = problems;
    }

    /** The keys that {@code defaults} may hold too. */
    Layout shared(Layout inherited) {
        FormatKeys keys = new FormatKeys(form, problems);
        return new Layout(
                inherited.format(),
                encoding().orElse(inherited.encoding()),
                keys.sign("delimiter").orElse(inherited.delimiter()),
                quote(keys, inherited),
                inherited.skipped(),
                inherited.header(),
                inherited.fixed(),
                inherited.shortLines(),
                inherited.rows(),
                inherited.optional());
    }

    /** The keys of one file. */
    Layout read(Layout defaults, String file) {
        Layout shared = shared(defaults);
        Format format = form.choice("format", FORMATS).orElseGet(() -> byName(file));
        boolean paths = Set.of(Format.JSON, Format.NDJSON, Format.FORM).contains(format);
        List<FixedColumn> fixed = format == Format.FIXED ? fixed() : List.of();
        int skipped = form.whole("skip").orElse(0);
        return new Layout(
                format,
                shared.encoding(),
                shared.delimiter(),
                shared.quote(),
                Math.max(0, skipped),
                header(),
                fixed,
                form.flag("short_lines").orElse(false),
                form.scalars("rows").stream().map(Node.Scalar::text).toList(),
                paths ? form.scalars("columns").stream().map(Node.Scalar::text).toList() : List.of());
    }

    private static Format byName(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) return Format.JSON;
        if (name.endsWith(".form")) return Format.FORM;
        return name.endsWith(".ndjson") || name.endsWith(".jsonl") ? Format.NDJSON : Format.CSV;
    }

    private Optional<Charset> encoding() {
        return form.scalar("encoding").flatMap(scalar -> {
            try {
                return Optional.of(Charset.forName(scalar.text()));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                problems.add(UnknownEncoding.of(scalar));
                return Optional.empty();
            }
        });
    }

    private Optional<Character> quote(FormatKeys keys, Layout inherited) {
        Optional<Node.Scalar> written = keys.raw("quote");
        if (written.isEmpty()) return inherited.quote();
        return written.get().text().equals("none") ? Optional.empty() : keys.sign("quote");
    }

    /** Absent or {@code true}: the first line names the columns. */
    private Optional<List<String>> header() {
        Optional<Node> node = form.node("header");
        if (node.isEmpty() || (node.get() instanceof Node.Scalar s && s.text().equals("true"))) return Optional.empty();
        if (!(node.get() instanceof Node.Sequence)) {
            problems.add(NotAList.of(node.get().span()));
            return Optional.empty();
        }
        List<Node.Scalar> names = form.scalars("header");
        Set<String> seen = new HashSet<>();
        names.forEach(name -> once(name, seen));
        return Optional.of(names.stream().map(Node.Scalar::text).toList());
    }

    private List<FixedColumn> fixed() {
        if (form.required("columns").isEmpty()) return List.of();
        List<FixedColumn> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node node : form.list("columns")) {
            Optional<Form> column = Form.of(node, problems);
            if (column.isEmpty()) continue;
            Optional<Node.Scalar> name = column.get().requiredScalar("name");
            column.get().required("from");
            column.get().required("to");
            int from = column.get().whole("from").orElse(1);
            int to = column.get().whole("to").orElse(from);
            column.get().close();
            if (from < 1 || to < from) problems.add(WrongPositions.of(node.span()));
            else if (name.isPresent() && once(name.get(), seen))
                columns.add(new FixedColumn(name.get().text(), from, to));
        }
        return List.copyOf(columns);
    }

    private boolean once(Node.Scalar name, Set<String> seen) {
        if (seen.add(name.text())) return true;
        problems.add(DuplicateColumn.of(name));
        return false;
    }
}
