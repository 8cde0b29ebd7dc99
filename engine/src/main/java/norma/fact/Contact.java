package norma.fact;

import java.time.Instant;
import java.util.Map;
import norma.expression.Truth;
import org.jspecify.annotations.Nullable;

/** A person at a client, with the role in its decisions. Money, times and numbers may be undefined. */
public record Contact(
        String id,
        @Nullable String title,
        @Nullable String client,
        @Nullable String role,
        Truth supportiveTruth,
        long sinceMillis,
        Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named("contact", Contact.class, "Contact", "Контактное лицо")
            .reference("client", "client", Contact::client, "client", "клиент")
            .choice("role", "role", Contact::role, "role in the decision", "роль в решении")
            .truth("supportive", Contact::supportiveTruth, "supports us", "поддерживает нас")
            .time("since", Contact::sinceMillis, "known since", "знаком с")
            .made(v -> new Contact(
                    v.id(),
                    v.words("title"),
                    v.words("client"),
                    v.words("role"),
                    v.truth("supportive"),
                    v.whole("since"),
                    v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable String getClient() {
        return client;
    }

    public @Nullable String getRole() {
        return role;
    }

    public boolean isSupportive() {
        return supportiveTruth == Truth.TRUE;
    }

    public @Nullable Instant getSince() {
        return Values.instant(sinceMillis);
    }
}
