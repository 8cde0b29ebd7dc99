package norma.fact;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A control report that an employee owes and hands in. Money, times and numbers may be undefined. */
public record Report(
        String id,
        @Nullable String title,
        @Nullable String owner,
        @Nullable String kind,
        long dueAtMillis,
        long submittedAtMillis,
        Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named("report", Report.class, "Report", "Отчёт сотрудника")
            .reference("owner", "employee", Report::owner, "employee", "сотрудник")
            .choice("kind", "report.kind", Report::kind, "kind", "вид")
            .time("due_at", Report::dueAtMillis, "due", "срок")
            .time("submitted_at", Report::submittedAtMillis, "handed in", "сдан")
            .made(v -> new Report(
                    v.id(),
                    v.words("title"),
                    v.words("owner"),
                    v.words("kind"),
                    v.whole("due_at"),
                    v.whole("submitted_at"),
                    v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public @Nullable Instant getDueAt() {
        return Values.instant(dueAtMillis);
    }

    public @Nullable Instant getSubmittedAt() {
        return Values.instant(submittedAtMillis);
    }
}
