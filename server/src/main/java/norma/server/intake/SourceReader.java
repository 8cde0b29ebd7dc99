package norma.server.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.expression.Expression;
import norma.fact.Change;
import norma.server.intake.FactMaker.Made;
import org.jspecify.annotations.Nullable;

/** Reads one file row by row: each row is taken whole, left out, or rejected whole. Reads once. */
final class SourceReader {

    private final String file;
    private final Rows rows;
    private final Columns columns;
    private final Cleaning cleaning;
    private final Conversions conversions;
    private final Optional<Turning> turning;
    private final List<Lookup> lookups;
    private final @Nullable Expression onlyIf;
    private final List<FactMaker> makers;

    SourceReader(
            String file,
            Rows rows,
            Columns columns,
            Cleaning cleaning,
            Conversions conversions,
            Optional<Turning> turning,
            List<Lookup> lookups,
            @Nullable Expression onlyIf,
            List<FactMaker> makers) {
        this.file = file;
        this.rows = rows;
        this.columns = columns;
        this.cleaning = cleaning;
        this.conversions = conversions;
        this.turning = turning;
        this.lookups = List.copyOf(lookups);
        this.onlyIf = onlyIf;
        this.makers = List.copyOf(makers);
    }

    List<FactMaker> makers() {
        return makers;
    }

    Account.SourceAccount read(Intake.Receiver receiver) {
        Tally tally = new Tally(file, columns.usedPlaces(rows.columns().size()), makers);
        Taking taking = new Taking(tally, receiver);
        try {
            rows.read(taking);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return tally.account(
                columns.unused(),
                cleaning.account(),
                lookups.stream().map(Lookup::account).toList(),
                conversions.moments().twice());
    }

    /** The way of a row. */
    private final class Taking implements Rows.Receiver {

        private final Tally tally;
        private final Intake.Receiver receiver;
        private final Row row = new Row(file, lookups.size());
        private final Ledger.Undo undo = new Ledger.Undo();
        private final List<Made> made = new ArrayList<>();
        private final List<Change> admitted = new ArrayList<>();
        private long number;

        Taking(Tally tally, Intake.Receiver receiver) {
            this.tally = tally;
            this.receiver = receiver;
        }

        @Override
        public void row(long line, @Nullable String[] cells) {
            cleaning.clean(cells);
            row.begin(line, ++number, cells);
            made.clear();
            if (readable(cells)) understand(cells);
            if (!row.rejected()) admit();
            if (row.rejected()) {
                reject(row.rejections());
            } else if (made.isEmpty()) {
                tally.leftOut();
            } else {
                tally.accepted(admitted);
                receiver.taken(line, List.copyOf(admitted));
            }
            tally.blanks(cells);
        }

        @Override
        public void broken(long line, String text, Unreadable why) {
            number++;
            reject(List.of(Row.rejection(file, line, "", text, why)));
        }

        private void reject(List<Rejection> why) {
            tally.rejected(why);
            receiver.rejected(why);
        }

        private boolean readable(@Nullable String[] cells) {
            for (int i = 0; i < cells.length; i++) {
                String cell = cells[i];
                if (cell == null || cell.indexOf(TextFile.REPLACEMENT) < 0) continue;
                row.reject(rows.columns().get(i), cell, badCharacter());
            }
            return !row.rejected();
        }

        private void understand(@Nullable String[] cells) {
            if (turning.isEmpty()) {
                makeFacts();
                return;
            }
            for (Turning.Part part : turning.get().parts()) {
                row.turnTo(turning.get().narrow(cells, part));
                makeFacts();
            }
        }

        private void makeFacts() {
            if (onlyIf != null && !row.meets(onlyIf)) return;
            for (FactMaker maker : makers) maker.make(row, made);
        }

        private void admit() {
            admitted.clear();
            for (Made facts : made) admitted.addAll(facts.maker().admit(facts, row, file, undo));
            if (row.rejected()) undo.takeBack();
            else undo.keep();
        }
    }

    private static Unreadable badCharacter() {
        return new Unreadable(
                Reason.BAD_CHARACTER,
                "not text in the encoding of the file: encoding names another, such as windows-1251",
                "не текст в кодировке файла: задайте другую в encoding, например windows-1251");
    }

    /** For a file that has no rows, so that nothing can be said of its columns. */
    static SourceReader empty(String file, Rows rows, Cleaning cleaning, Conversions conversions) {
        Columns none = new Columns(List.of(), Terms.open(), Formats.of(java.time.ZoneOffset.UTC), conversions);
        return new SourceReader(file, rows, none, cleaning, conversions, Optional.empty(), List.of(), null, List.of());
    }
}
