package norma.server.notify;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What whoever starts the server lets it reach.
 *
 * @param hosts that webhooks may go to, in lower case
 * @param anywhere whether these may be on private networks, or reached by plain HTTP
 * @param variables of the environment, which hold the secrets
 * @param smtp the server that takes e-mail; empty for none
 */
public record Outside(
        Set<String> hosts, boolean anywhere, Function<String, Optional<String>> variables, Optional<Smtp> smtp) {

    /** Nobody is told anything. */
    public static final Outside NOTHING = new Outside(Set.of(), false, name -> Optional.empty(), Optional.empty());
}
