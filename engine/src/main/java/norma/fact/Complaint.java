package norma.fact;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A complaint of a client. Money, times and numbers may be undefined. */
public record Complaint(
        String id,
        @Nullable String title,
        @Nullable String client,
        @Nullable String owner,
        long openedAtMillis,
        long dueAtMillis,
        long closedAtMillis,
        @Nullable String severity,
        Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named("complaint", Complaint.class, "Complaint", "Рекламация")
            .reference("client", "client", Complaint::client, "client", "клиент")
            .reference("owner", "employee", Complaint::owner, "responsible", "ответственный")
            .time("opened_at", Complaint::openedAtMillis, "opened", "открыта")
            .time("due_at", Complaint::dueAtMillis, "due", "срок")
            .time("closed_at", Complaint::closedAtMillis, "closed", "закрыта")
            .words("severity", Complaint::severity, "severity", "тяжесть")
            .made(v -> new Complaint(
                    v.id(),
                    v.words("title"),
                    v.words("client"),
                    v.words("owner"),
                    v.whole("opened_at"),
                    v.whole("due_at"),
                    v.whole("closed_at"),
                    v.words("severity"),
                    v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable String getClient() {
        return client;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public @Nullable Instant getOpenedAt() {
        return Values.instant(openedAtMillis);
    }

    public @Nullable Instant getDueAt() {
        return Values.instant(dueAtMillis);
    }

    public @Nullable Instant getClosedAt() {
        return Values.instant(closedAtMillis);
    }

    public @Nullable String getSeverity() {
        return severity;
    }
}
