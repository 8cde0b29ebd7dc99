package norma.server.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.document.Node;
import norma.expression.Expected;
import norma.expression.Expression;
import norma.expression.Nowhere;
import norma.expression.Type;
import norma.server.intake.SourceMapping.FactMapping;
import norma.server.intake.SourceMapping.LookupMapping;
import norma.server.intake.check.UnknownColumn;
import norma.server.intake.check.UnreadableFile;
import org.jspecify.annotations.Nullable;

/** Binds what the mapping says of one source to one file: every column is found, every expression compiled. */
final class SourceBinder {

    private static final Set<String> UNKNOWN = Set.of("unknown-name", "unknown-column");

    private final Path folder;
    private final Terms terms;
    private final Problems problems;

    SourceBinder(Path folder, Terms terms, Problems problems) {
        this.folder = folder;
        this.terms = terms;
        this.problems = problems;
    }

    /** @param ledgers one for each entry of facts: several files of one source share them */
    Optional<SourceReader> bind(SourceMapping mapping, Path file, List<Ledger> ledgers) {
        Problems found = new Problems();
        Set<Node.Scalar> unread = new LinkedHashSet<>();
        Optional<SourceReader> bound = new SourceBinder(folder, terms, found).bound(mapping, file, ledgers, unread);
        for (Problem problem : found.all()) {
            Problem told = problem;
            boolean unknown = UNKNOWN.contains(problem.code());
            if (unknown) for (Node.Scalar name : unread) told = told.also(name.span());
            problems.add(told);
        }
        return bound;
    }

    /** @param unread takes the names that the mapping gives to columns and that nothing reads then */
    private Optional<SourceReader> bound(
            SourceMapping mapping, Path file, List<Ledger> ledgers, Set<Node.Scalar> unread) {
        Optional<Rows> rows = open(file, mapping.file());
        if (rows.isEmpty()) return Optional.empty();
        String name = name(file);
        Formats formats = mapping.file().formats();
        Conversions conversions = new Conversions(formats, terms.domains());
        Columns columns = new Columns(rows.get().columns(), terms, formats, conversions);
        Cleaning cleaning = new Cleaning(formats);
        boolean empty = rows.get().columns().isEmpty();
        if (empty) return Optional.of(SourceReader.empty(name, rows.get(), cleaning, conversions));
        for (SourceMapping.ValueMap map : mapping.values())
            place(map.column(), columns)
                    .ifPresent(at -> cleaning.replace(map.column().text(), at, map.replacements()));
        Optional<Turning> turning = mapping.unpivot().map(unpivot -> turning(unpivot, columns));
        FactCompiler compiler = new FactCompiler(columns, conversions, problems);
        mapping.types().forEach(typed -> columns.declare(typed.column().text(), typed.type()));
        List<Lookup> lookups = new ArrayList<>();
        for (LookupMapping lookup : mapping.lookups())
            lookup(lookup, lookups.size(), compiler, columns).ifPresent(lookups::add);
        mapping.types().forEach(typed -> known(typed.column(), columns));
        for (Node.Scalar ignored : mapping.ignored()) if (known(ignored, columns)) columns.ignore(ignored.text());
        Expression onlyIf = compiler.condition(mapping.onlyIf());
        List<FactMaker> makers = new ArrayList<>();
        for (int i = 0; i < mapping.facts().size(); i++) {
            FactMapping fact = mapping.facts().get(i);
            compiler.maker(fact, ledgers.get(i)).ifPresent(makers::add);
        }
        mapping.unpivot().ifPresent(unpivot -> Stream.of(unpivot.name(), unpivot.value())
                .filter(given -> !columns.isUsed(given.text()))
                .forEach(unread::add));
        return Optional.of(
                new SourceReader(name, rows.get(), columns, cleaning, conversions, turning, lookups, onlyIf, makers));
    }

    private Optional<Rows> open(Path file, Layout.Described described) {
        Node.Scalar where = described.file();
        try {
            return Optional.of(Rows.of(file, described.layout()));
        } catch (IOException e) {
            problems.add(UnreadableFile.of(where.span(), name(file)));
        } catch (Unreadable e) {
            problems.add(UnreadableFile.of(where.span(), name(file), e.text()));
        }
        return Optional.empty();
    }

    private String name(Path file) {
        if (!file.startsWith(folder)) return String.valueOf(file.getFileName());
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private Turning turning(SourceMapping.Unpivot unpivot, Columns columns) {
        List<Turning.Part> parts = new ArrayList<>();
        for (SourceMapping.Unpivot.Turned turned : unpivot.columns())
            place(turned.column(), columns).ifPresent(at -> parts.add(new Turning.Part(at, turned.label())));
        return new Turning(
                parts,
                columns.add(unpivot.name().text()),
                columns.add(unpivot.value().text()));
    }

    private Optional<Integer> place(Node.Scalar column, Columns columns) {
        return known(column, columns)
                ? Optional.of(columns.use(column.text())).filter(at -> at >= 0)
                : Optional.empty();
    }

    private boolean known(Node.Scalar column, Columns columns) {
        if (columns.has(column.text())) return true;
        problems.add(UnknownColumn.of(column, columns.known()));
        return false;
    }

    private Optional<Lookup> lookup(LookupMapping mapping, int nth, FactCompiler compiler, Columns columns) {
        Optional<Expression> on = compiler.compile(mapping.on(), Expected.convertible(Type.TEXT));
        Optional<Path> file = SourceFiles.one(folder, mapping.file().file(), problems);
        Optional<Rows> rows = file.flatMap(path -> open(path, mapping.file()));
        if (rows.isEmpty()) return Optional.empty();
        Formats formats = mapping.file().formats();
        Columns theirs = new Columns(rows.get().columns(), terms, formats, new Conversions(formats, Map.of()));
        Optional<Expression> key = new FactCompiler(theirs, new Conversions(formats, Map.of()), problems)
                .compile(mapping.key(), Expected.convertible(Type.TEXT));
        if (on.isEmpty() || key.isEmpty()) return Optional.empty();
        Lookup lookup = new Lookup(
                nth, mapping.alias().text(), name(file.get()), rows.get().columns(), on.get());
        columns.add(lookup);
        load(lookup, rows.get(), key.get(), new Cleaning(formats), mapping);
        return Optional.of(lookup);
    }

    private void load(Lookup lookup, Rows rows, Expression key, Cleaning cleaning, LookupMapping mapping) {
        Row row = new Row(lookup.alias(), 0);
        try {
            rows.read(new Rows.Receiver() {
                private long number;

                @Override
                public void row(long line, @Nullable String[] cells) {
                    cleaning.clean(cells);
                    row.begin(line, ++number, cells);
                    String found = key.words(row, Nowhere.SCENE);
                    if (found != null) lookup.put(found, cells);
                }

                @Override
                public void broken(long line, String text, Unreadable why) {
                    lookup.unread();
                }
            });
        } catch (IOException e) {
            Node.Scalar named = mapping.file().file();
            problems.add(UnreadableFile.of(named.span(), named.text()));
        }
    }
}
