package norma.server.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.expression.Expression;
import norma.expression.Nowhere;
import norma.expression.Truth;
import norma.expression.Type;
import norma.expression.Undefined;
import norma.fact.Change;
import norma.fact.FactType;
import norma.fact.FieldValues;
import norma.server.intake.Conversions.Conversion;
import norma.server.intake.SourceMapping.Repeats;
import org.jspecify.annotations.Nullable;

/** Makes the changes of one fact from each row: an entry of {@code facts}, compiled. */
final class FactMaker {

    /**
     * A value of a row, converted to the type of a place.
     *
     * @param columns what it is read from, for whoever has to mend it
     */
    record Valued(Expression expression, Conversion conversion, String columns) {

        @Nullable
        Object of(Row row) {
            try {
                return calculated(row);
            } catch (ArithmeticException outOfRange) {
                row.reject(columns(), "", Row.cannotCalculate(expression));
                return null;
            }
        }

        private @Nullable Object calculated(Row row) {
            Type type = expression.type();
            if (type.words()) return row.converted(expression.words(row, Nowhere.SCENE), columns(), conversion);
            if (type.truth()) {
                Truth truth = expression.truth(row, Nowhere.SCENE);
                return truth == Truth.UNDEFINED ? null : (Object) (truth == Truth.TRUE);
            }
            if (type.whole()) {
                long whole = expression.whole(row, Nowhere.SCENE);
                return Undefined.is(whole) ? null : (Object) whole;
            }
            double number = expression.number(row, Nowhere.SCENE);
            return Undefined.is(number) ? null : (Object) number;
        }
    }

    /** A further change; {@code onlyIf} is null for every row. */
    record Dated(Valued at, @Nullable Expression onlyIf, Settings set) {}

    /** All that one row says of one fact. */
    record Made(FactMaker maker, String id, List<Change> changes) {}

    private final FactType type;
    private final Valued id;
    private final @Nullable Expression onlyIf;
    private final @Nullable Valued at;
    private final Optional<Settings> set;
    private final List<Dated> changes;
    private final boolean keepsBlank;
    private final boolean unique;
    private final Repeats repeats;
    private final Ledger ledger;
    private final Moments moments;

    /**
     * @param at null for “before everything”
     * @param set empty when the rows say nothing but dated changes
     * @param unique whether a row says all there is about its fact
     */
    FactMaker(
            FactType type,
            Valued id,
            @Nullable Expression onlyIf,
            @Nullable Valued at,
            Optional<Settings> set,
            List<Dated> changes,
            boolean keepsBlank,
            boolean unique,
            Repeats repeats,
            Ledger ledger,
            Moments moments) {
        this.type = type;
        this.id = id;
        this.onlyIf = onlyIf;
        this.at = at;
        this.set = set;
        this.changes = changes;
        this.keepsBlank = keepsBlank;
        this.unique = unique;
        this.repeats = repeats;
        this.ledger = ledger;
        this.moments = moments;
    }

    FactType type() {
        return type;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Adds what this row says; what it says wrongly is in the row's rejections. */
    void make(Row row, List<Made> made) {
        if (onlyIf != null && !row.meets(onlyIf)) return;
        Object name = id.of(row);
        if (name == null) row.reject(id.columns(), "", noId());
        else made.add(new Made(this, (String) name, changes(row, (String) name)));
    }

    private List<Change> changes(Row row, String name) {
        List<Change> said = new ArrayList<>(1 + changes.size());
        Object start = at == null ? null : at.of(row);
        long begins = start == null ? Change.START : (Long) start;
        if (set.isPresent()) said.add(new Change(type, name, begins, values(set.get(), row)));
        for (Dated dated : changes) {
            if (dated.onlyIf() != null && !row.meets(dated.onlyIf())) continue;
            Object then = dated.at().of(row);
            if (then == null) {
                if (!row.rejected()) row.reject(dated.at().columns(), "", noTime());
                continue;
            }
            long time = (Long) then;
            // A deal closed on the day it was created at noon: the date says midnight and means some later hour.
            if (time < begins && moments.isDayOf(time, begins)) time = begins;
            if (time < begins) row.reject(dated.at().columns(), shown(dated.at(), row), tooEarly());
            else said.add(new Change(type, name, time, values(dated.set(), row)));
        }
        return said;
    }

    private FieldValues values(Settings settings, Row row) {
        FieldValues said = settings.of(row);
        return keepsBlank ? said.defined() : said;
    }

    /** Checks the identifier against earlier rows; the changes that are to be applied, none for a mere repetition. */
    List<Change> admit(Made made, Row row, String file, Ledger.Undo undo) {
        if (!unique) {
            ledger.seen(made.id());
            return made.changes();
        }
        long said = Ledger.fingerprint(made.changes());
        Ledger.Sighting before = ledger.find(made.id());
        if (before != null && before.said() == said) return List.of();
        if (before == null || repeats == Repeats.LAST) {
            undo.put(ledger, made.id(), new Ledger.Sighting(file, row.line(), said));
            return made.changes();
        }
        if (repeats == Repeats.REJECT) row.reject(id.columns(), made.id(), sameIdAgain(before, file));
        return List.of();
    }

    private static String shown(Valued value, Row row) {
        Expression expression = value.expression();
        String text = expression.type().words() ? expression.words(row, Nowhere.SCENE) : null;
        return text == null ? expression.text() : text;
    }

    private Unreadable noId() {
        return new Unreadable(
                Reason.NO_ID,
                "no identifier for the " + type.name() + ": only_if can leave such rows out",
                "нет идентификатора для " + type.name() + ": такие строки можно исключить через only_if");
    }

    private static Unreadable noTime() {
        return new Unreadable(
                Reason.NO_TIME,
                "the change has no time: only_if can leave it out",
                "у изменения нет времени: его можно исключить через only_if");
    }

    private static Unreadable tooEarly() {
        return new Unreadable(
                Reason.OUT_OF_ORDER, "earlier than the fact's own beginning", "раньше, чем начинается сам факт");
    }

    private Unreadable sameIdAgain(Ledger.Sighting before, String file) {
        String where = before.file().equals(file) ? "" : before.file() + ":";
        return new Unreadable(
                Reason.SAME_ID_AGAIN,
                "this " + type.name() + " was given in line " + where + before.line() + " with other values",
                "этот факт " + type.name() + " уже задан в строке " + where + before.line() + " с другими значениями");
    }
}
