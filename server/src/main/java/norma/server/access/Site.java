package norma.server.access;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the service listens, and by which names it is asked for.
 *
 * @param host an address, or a name of one
 * @param port 0 for any that is free
 * @param names by which others reach it, such as that of a proxy before it; in lower case, without a port
 * @param url what absolute links begin with, without a slash at its end; empty where each asker's own name is as good
 */
public record Site(String host, int port, Set<String> names, Optional<String> url) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public Site(String host, int port, List<String> names) {
        this(host, port, names.stream().map(Site::lower).collect(Collectors.toUnmodifiableSet()), Optional.empty());
    }

    /** The same, reached at this address, whose name is one of ours too. */
    public Site at(PublicUrl url) {
        Set<String> more = new HashSet<>(names);
        if (!LOOPBACK.contains(url.host())) more.add(url.host());
        return new Site(host, port, Set.copyOf(more), Optional.of(url.root()));
    }

    /**
     * What absolute links begin with. Whatever a header says of a proxy is not believed: without an address that was
     * given, it is the one that was asked.
     */
    public String root(Context request) {
        return url.orElseGet(() -> "http://" + request.header("Host"));
    }

    /** The same where nobody asks, as for letters. */
    public String root(int port) {
        return url.orElse("http://localhost:" + port);
    }

    /** This machine only. */
    public static Site loopback(int port) {
        return new Site("127.0.0.1", port, List.of());
    }

    /** Whether others than this machine can reach it, by themselves or through what stands before it. */
    public boolean isOpenToOthers() {
        return !names.isEmpty() || !isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** A name of another site that was bent to lead here is no name of ours. */
    void requireOwnName(Context request) {
        String name = name(request);
        if (!isOwn(name, request.req().getLocalAddr()))
            throw Denied.because(HttpStatus.FORBIDDEN, "this is not my name: " + name, "это не моё имя: " + name);
    }

    private boolean isOwn(String name, String localAddress) {
        if (names.contains(name)) return true;
        if (isLoopback(localAddress)) return LOOPBACK.contains(name);
        return name.equals(lower(localAddress))
                || name.equals("[" + lower(localAddress) + "]")
                || name.equals(lower(host));
    }

    /** Whether a browser that asks by this name is on this machine: then what it is told need not be encrypted. */
    static boolean isAskedOnLoopback(Context request) {
        return LOOPBACK.contains(name(request));
    }

    private static String name(Context request) {
        String host = lower(String.valueOf(request.header("Host")));
        return host.endsWith("]") || !host.contains(":") ? host : host.substring(0, host.lastIndexOf(':'));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
