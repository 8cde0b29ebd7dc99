package norma.fact;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Time in which an employee is away. Money, times and numbers may be undefined. */
public record Absence(
        String id,
        @Nullable String title,
        @Nullable String owner,
        long fromMillis,
        long toMillis,
        @Nullable String kind,
        Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named("absence", Absence.class, "Absence", "Отсутствие")
            .reference("owner", "employee", Absence::owner, "employee", "сотрудник")
            .time("from", Absence::fromMillis, "from", "с")
            .time("to", Absence::toMillis, "to", "по")
            .words("kind", Absence::kind, "kind", "вид")
            .made(v -> new Absence(
                    v.id(),
                    v.words("title"),
                    v.words("owner"),
                    v.whole("from"),
                    v.whole("to"),
                    v.words("kind"),
                    v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public @Nullable Instant getFrom() {
        return Values.instant(fromMillis);
    }

    public @Nullable Instant getTo() {
        return Values.instant(toMillis);
    }

    public @Nullable String getKind() {
        return kind;
    }
}
