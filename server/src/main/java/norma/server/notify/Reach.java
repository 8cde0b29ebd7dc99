package norma.server.notify;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Where webhooks may go: hosts that whoever started the server has named, at addresses of the public network. A name is
 * looked up once and the address that was looked at is the one that is connected to, so that a name which changes its
 * address in between leads nowhere else.
 *
 * @param hosts in lower case
 * @param anywhere whether addresses of private networks and plain HTTP are allowed too
 */
record Reach(Set<String> hosts, boolean anywhere, Lookup lookup) {

    /** The addresses of a name. */
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** It may not be reached. */
    static final class Barred extends Exception {
        private static final long serialVersionUID = 1;

        Barred(String reason) {
            super(reason);
        }
    }

    static Reach to(Set<String> hosts, boolean anywhere) {
        return new Reach(hosts, anywhere, InetAddress::getAllByName);
    }

    /**
     * The address to connect to.
     *
     * @throws Barred when it may not be reached
     * @throws UnknownHostException when the name has no address at present
     */
    InetAddress of(URI endpoint) throws Barred, UnknownHostException {
        requireAllowed(endpoint);
        InetAddress[] all = lookup.of(bare(endpoint.getHost()));
        if (all.length == 0) throw new UnknownHostException(endpoint.getHost());
        for (InetAddress each : all)
            if (!anywhere && !isPublic(each))
                throw new Barred(endpoint.getHost() + " leads to " + each.getHostAddress()
                        + ", which is no address of the public network");
        return all[0];
    }

    private void requireAllowed(URI endpoint) throws Barred {
        String host = endpoint.getHost();
        if (host == null || endpoint.getUserInfo() != null) throw new Barred("this is no address of a webhook");
        boolean secure = "https".equals(endpoint.getScheme());
        if (!secure && !(anywhere && "http".equals(endpoint.getScheme())))
            throw new Barred("a webhook is reached by https only");
        if (!hosts.contains(host.toLowerCase(Locale.ROOT))) throw new Barred(host + " is not among the allowed hosts");
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) return false;
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes);
    }

    /** By the registry of special addresses, RFC 6890. */
    private static boolean isPublic4(byte[] bytes) {
        int a = bytes[0] & 0xFF;
        int b = bytes[1] & 0xFF;
        int c = bytes[2] & 0xFF;
        return a != 0
                && a < 240
                && !(a == 100 && b >= 64 && b < 128)
                && !(a == 192 && b == 0 && (c == 0 || c == 2))
                && !(a == 192 && b == 88 && c == 99)
                && !(a == 198 && (b == 18 || b == 19))
                && !(a == 198 && b == 51 && c == 100)
                && !(a == 203 && b == 0 && c == 113);
    }

    /** Global unicast alone, without documentation and without what carries an address of version 4. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        int second = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
        if (first >>> 13 != 1) return false;
        if (first == 0x2002) return isPublicAt(bytes, 2);
        return !(first == 0x2001 && (second < 0x0200 || second == 0x0db8)) && first != 0x3fff;
    }

    private static boolean isPublicAt(byte[] bytes, int from) {
        try {
            return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
