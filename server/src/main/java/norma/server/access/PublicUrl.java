package norma.server.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The address at which others reach the service, such as that of a proxy with TLS before it.
 *
 * @param host in lower case, without a port
 * @param root scheme, host and port, without a slash at its end
 */
public record PublicUrl(String host, String root) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Nothing for what is no such address: pages have their places at its root, so that it ends with host or port. */
    public static Optional<PublicUrl> of(String written) {
        try {
            URI uri = new URI(written.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean bare = uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && Set.of("", "/").contains(String.valueOf(uri.getRawPath()));
            if (!SCHEMES.contains(scheme) || uri.getHost() == null || !bare) return Optional.empty();
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            return Optional.of(
                    new PublicUrl(host, scheme + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort())));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
