package norma.server.notify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import norma.server.store.Outbox;

/** Hands messages over to programs, signed. */
final class Webhooks implements Carrier {

    private static final int MOST_SECONDS = 6 * 60 * 60;

    private final Supplier<Routes> routes;
    private final Function<String, Optional<String>> variables;
    private final Reach reach;
    private final Post post;
    private final Clock clock;

    /** @param variables of the environment: secrets are there and nowhere else */
    Webhooks(
            Supplier<Routes> routes,
            Function<String, Optional<String>> variables,
            Reach reach,
            Post post,
            Clock clock) {
        this.routes = routes;
        this.variables = variables;
        this.reach = reach;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public Answer carry(Outbox.Message message) {
        Routes.Webhook to = routes.get().webhooks().get(Recipient.id(message.recipient()));
        if (to == null) return new Answer.Refused("the routes name no such webhook any more");
        Optional<String> secret = variables.apply(to.secret());
        if (secret.isEmpty()) return new Answer.Later("the variable " + to.secret() + " is not set", 0);
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        try {
            Signature signature = Signature.by(secret.get());
            Map<String, String> headers = headers(message.id(), signature, body);
            return answer(post.send(to.url(), reach.of(to.url()), headers, body));
        } catch (IllegalArgumentException e) {
            return new Answer.Later("the variable " + to.secret() + ": " + e.getMessage(), 0);
        } catch (Reach.Barred e) {
            return new Answer.Later(String.valueOf(e.getMessage()), 0);
        } catch (IOException e) {
            return new Answer.Later(e.getClass().getSimpleName() + ": " + e.getMessage(), 0);
        }
    }

    private Map<String, String> headers(String id, Signature signature, byte[] body) {
        long timestamp = clock.millis() / 1000;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "Norma");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(timestamp));
        headers.put("webhook-signature", signature.of(id, timestamp, body));
        return headers;
    }

    private static Answer answer(Post.Response response) {
        int status = response.status();
        if (status / 100 == 2) return new Answer.Taken();
        if (status == 410) return new Answer.Gone("it answered 410 Gone");
        String asked = response.headers().getOrDefault("retry-after", "");
        long after = asked.matches("\\d{1,6}") ? Math.min(Long.parseLong(asked), MOST_SECONDS) * 1000 : 0;
        return new Answer.Later("it answered " + status, after);
    }
}
