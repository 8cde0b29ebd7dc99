package norma.server.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import norma.diagnostics.Problems;
import norma.fact.Change;
import norma.fact.FactType;
import norma.server.intake.Account.FieldsAccount;
import norma.server.intake.Account.SourceAccount;
import norma.server.intake.SourceMapping.ChangeMapping;
import norma.server.intake.SourceMapping.FactMapping;
import norma.server.intake.SourceMapping.FieldMapping;

/** A mapping bound to the files of a folder, ready to be read once. */
public final class Intake {

    private final Terms terms;
    private final List<SourceMapping> mappings;
    private final List<List<SourceReader>> readers;

    /** @param readers those of the files of each source */
    private Intake(Terms terms, List<SourceMapping> mappings, List<List<SourceReader>> readers) {
        this.terms = terms;
        this.mappings = mappings;
        this.readers = readers;
    }

    /** Takes what came of rows, in the order of the rows. */
    public interface Receiver {

        /** @param changes all of them, or none; none for a row that said nothing new */
        void taken(long line, List<Change> changes);

        /** @param why of one row, every reason */
        void rejected(List<Rejection> why);
    }

    /** Finds every file, column and expression; nothing when one is wrong: every problem is then in {@code problems}. */
    public static Optional<Intake> bind(Path folder, Mapping mapping, Problems problems) {
        Problems found = new Problems();
        SourceBinder binder = new SourceBinder(folder, mapping.terms(), found);
        List<List<SourceReader>> readers = new ArrayList<>();
        for (SourceMapping source : mapping.sources()) {
            List<SourceReader> files = new ArrayList<>();
            List<Ledger> ledgers = ledgers(source);
            for (Path file : SourceFiles.all(folder, source.file().file(), found))
                binder.bind(source, file, ledgers).ifPresent(files::add);
            readers.add(files);
        }
        found.all().forEach(problems::add);
        return found.hasErrors()
                ? Optional.empty()
                : Optional.of(new Intake(mapping.terms(), mapping.sources(), readers));
    }

    /**
     * Binds one file that came from elsewhere to some of the sources of a mapping.
     *
     * @param sources those that read it, each by itself
     * @param folder of the files that lookups name
     */
    static Optional<Intake> bind(
            Path file, Path folder, Mapping mapping, List<SourceMapping> sources, Problems problems) {
        Problems found = new Problems();
        SourceBinder binder = new SourceBinder(folder, mapping.terms(), found);
        List<List<SourceReader>> readers = new ArrayList<>();
        for (SourceMapping source : sources)
            binder.bind(source, file, ledgers(source)).map(List::of).ifPresent(readers::add);
        found.all().forEach(problems::add);
        return found.hasErrors() ? Optional.empty() : Optional.of(new Intake(mapping.terms(), sources, readers));
    }

    private static List<Ledger> ledgers(SourceMapping source) {
        return source.facts().stream().map(fact -> new Ledger()).toList();
    }

    /**
     * Reads all files, in the order of the mapping and of their rows. Changes are not sorted by time.
     *
     * @param rejects takes each rejection as it comes; the account keeps only the first of them
     * @throws java.io.UncheckedIOException when a file stops being readable
     */
    public Account read(Consumer<Change> sink, Consumer<Rejection> rejects) {
        return read(new Receiver() {
            @Override
            public void taken(long line, List<Change> changes) {
                changes.forEach(sink);
            }

            @Override
            public void rejected(List<Rejection> why) {
                why.forEach(rejects);
            }
        });
    }

    /**
     * Reads all files, row by row; those of several sources beside each other.
     *
     * @throws java.io.UncheckedIOException when a file stops being readable
     */
    public Account read(Receiver receiver) {
        List<SourceAccount> sources = Relay.read(readers, receiver);
        List<FactMaker> makers = readers.stream()
                .flatMap(List::stream)
                .flatMap(reader -> reader.makers().stream())
                .distinct()
                .toList();
        Map<String, Long> changes = new LinkedHashMap<>();
        for (SourceAccount source : sources)
            source.changes().forEach((type, count) -> changes.merge(type, count, Long::sum));
        return new Account(
                sources.stream().mapToLong(SourceAccount::read).sum(),
                sources.stream().mapToLong(SourceAccount::accepted).sum(),
                sources.stream().mapToLong(SourceAccount::rejected).sum(),
                sources.stream().mapToLong(SourceAccount::leftOut).sum(),
                changes,
                Tally.facts(makers),
                fields(sources),
                List.copyOf(sources));
    }

    private Map<String, FieldsAccount> fields(List<SourceAccount> sources) {
        Map<FactType, Set<String>> mapped = new LinkedHashMap<>();
        for (SourceMapping mapping : mappings)
            for (FactMapping fact : mapping.facts()) {
                Set<String> names = mapped.computeIfAbsent(fact.type(), type -> new TreeSet<>());
                fact.set().stream().map(FieldMapping::field).forEach(names::add);
                for (ChangeMapping change : fact.changes())
                    change.set().stream().map(FieldMapping::field).forEach(names::add);
            }
        Map<String, FieldsAccount> fields = new LinkedHashMap<>();
        mapped.forEach((type, names) -> fields.put(type.name(), fields(type, names, sources)));
        return fields;
    }

    private FieldsAccount fields(FactType type, Set<String> mapped, List<SourceAccount> sources) {
        Set<String> filled = new TreeSet<>();
        for (SourceAccount source : sources) filled.addAll(source.filled().getOrDefault(type.name(), List.of()));
        List<String> empty =
                mapped.stream().filter(name -> !filled.contains(name)).toList();
        List<String> unmapped = FactKeys.fields(type, terms.catalogue()).stream()
                .filter(name -> !mapped.contains(name))
                .toList();
        return new FieldsAccount(List.copyOf(filled), empty, unmapped);
    }
}
