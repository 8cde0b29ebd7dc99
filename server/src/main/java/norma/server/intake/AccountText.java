package norma.server.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import norma.diagnostics.Text;
import norma.server.intake.Account.FieldsAccount;
import norma.server.intake.Account.LookupAccount;
import norma.server.intake.Account.SourceAccount;
import norma.server.intake.Account.ValuesAccount;

/** Writes an account for a person: what was taken, then everything that may need a look. */
public final class AccountText {

    private final Locale locale;
    private final int rejectionsShown;
    private final StringBuilder out = new StringBuilder();

    private AccountText(Locale locale, int rejectionsShown) {
        this.locale = locale;
        this.rejectionsShown = rejectionsShown;
    }

    /** @param rejectionsShown of each source */
    public static String of(Account account, Locale locale, int rejectionsShown) {
        AccountText text = new AccountText(locale, rejectionsShown);
        account.sources().forEach(text::source);
        text.whole(account);
        return text.out.toString();
    }

    private void whole(Account account) {
        say("In all", "Всего");
        out.append(": ").append(rows(account.read(), account.accepted(), account.rejected(), account.leftOut()));
        line();
        counts("facts", "фактов", account.facts());
        counts("changes", "изменений", account.changes());
        account.fields().forEach(this::fields);
    }

    private void source(SourceAccount source) {
        out.append(source.file()).append(": ");
        out.append(rows(source.read(), source.accepted(), source.rejected(), source.leftOut()));
        line();
        counts("facts", "фактов", source.facts());
        counts("changes", "изменений", source.changes());
        if (source.repeated() > 0)
            item("rows that say nothing new", "строк, где нет ничего нового", Long.toString(source.repeated()));
        rejections(source);
        counts("without a value", "без значения", source.blanks());
        source.values().forEach(this::values);
        source.lookups().forEach(this::lookup);
        if (source.timesTwice() > 0)
            item(
                    "local times that came twice as clocks were put back, the first taken",
                    "местных времён, наступавших дважды при переводе часов (взято первое)",
                    Long.toString(source.timesTwice()));
        names("columns not used", "столбцы не использованы", source.unusedColumns());
        line();
    }

    private void rejections(SourceAccount source) {
        source.reasons().forEach((code, count) -> {
            Text title = Reason.of(code).title();
            item(
                    "rejected, " + title.en() + " [" + code + "]",
                    "отклонено, " + title.ru() + " [" + code + "]",
                    "" + count);
        });
        List<Rejection> shown =
                source.rejections().stream().limit(rejectionsShown).toList();
        for (Rejection rejection : shown) {
            out.append("    ")
                    .append(rejection.file())
                    .append(':')
                    .append(rejection.line())
                    .append(": ");
            if (!rejection.column().isEmpty()) out.append(rejection.column()).append(' ');
            if (!rejection.column().isEmpty() || !rejection.value().isEmpty())
                out.append(quoted(rejection.value())).append(": ");
            out.append(rejection.reason().in(locale));
            line();
        }
        long all = source.reasons().values().stream().mapToLong(Long::longValue).sum();
        if (all > shown.size()) {
            out.append("    ");
            say("and " + (all - shown.size()) + " more", "и ещё " + (all - shown.size()));
            line();
        }
    }

    private void values(ValuesAccount values) {
        if (!values.unused().isEmpty())
            names(
                    "never met in " + values.column() + " though mapped",
                    "заданы в values, но не встретились в " + values.column(),
                    values.unused());
        if (values.unmatched() == 0) return;
        item(
                "values of " + values.column() + " taken as they are",
                "значений " + values.column() + " взято как есть",
                values.unmatched() + samples(values.samples()));
    }

    private void lookup(LookupAccount lookup) {
        if (lookup.missing() > 0)
            item(
                    "not found in " + lookup.file() + " as " + lookup.name(),
                    "не найдено в " + lookup.file() + " для " + lookup.name(),
                    lookup.missing() + samples(lookup.samples()));
        if (lookup.repeatedKeys() > 0)
            item(
                    "keys repeated in " + lookup.file() + ", the first taken",
                    "ключ повторяется в " + lookup.file() + " (взят первый)",
                    Long.toString(lookup.repeatedKeys()));
        if (lookup.unread() > 0)
            item(
                    "rows not read in " + lookup.file(),
                    "не прочитано строк в " + lookup.file(),
                    Long.toString(lookup.unread()));
    }

    private void fields(String type, FieldsAccount fields) {
        if (!fields.empty().isEmpty())
            names(type + ": mapped, but never filled", type + ": заданы, но ни разу не заполнены", fields.empty());
        names(type + ": not mapped", type + ": не заданы", fields.unmapped());
    }

    private String rows(long read, long accepted, long rejected, long leftOut) {
        String rejects = rejected == 0 ? "" : new Text(", rejected ", ", отклонено ").in(locale) + rejected;
        String left =
                leftOut == 0 ? "" : new Text(", left out by only_if ", ", исключено по only_if ").in(locale) + leftOut;
        return new Text("rows read ", "прочитано строк ").in(locale)
                + read
                + new Text(", accepted ", ", принято ").in(locale)
                + accepted
                + rejects
                + left;
    }

    private void counts(String en, String ru, Map<String, Long> counts) {
        if (counts.isEmpty()) return;
        List<String> parts = counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        item(en, ru, String.join(", ", parts));
    }

    private void names(String en, String ru, List<String> names) {
        if (!names.isEmpty()) item(en, ru, String.join(", ", names));
    }

    private void item(String en, String ru, String value) {
        out.append("  ");
        say(en, ru);
        out.append(": ").append(value);
        line();
    }

    private static String samples(List<String> samples) {
        return " (" + String.join(", ", samples) + ")";
    }

    private static String quoted(String value) {
        return "'" + value.replace("\n", "\\n").replace("\r", "") + "'";
    }

    private void say(String en, String ru) {
        out.append(new Text(en, ru).in(locale));
    }

    private void line() {
        out.append('\n');
    }
}
