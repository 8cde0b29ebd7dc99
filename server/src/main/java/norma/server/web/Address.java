package norma.server.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses of this server's own pages. */
final class Address {

    private Address() {}

    static String of(String path, Map<String, String> query) {
        if (query.isEmpty()) return path;
        return path + "?"
                + query.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static String without(String address, String name) {
        int query = address.indexOf('?');
        if (query < 0) return address;
        String rest = Arrays.stream(address.substring(query + 1).split("&"))
                .filter(part -> !part.startsWith(name + "=") && !part.isEmpty())
                .collect(Collectors.joining("&"));
        return address.substring(0, query) + (rest.isEmpty() ? "" : "?" + rest);
    }

    /** Where to go back to: a page of this server, whatever a form says. */
    static String back(@Nullable String given, String otherwise) {
        boolean own = given != null
                && given.startsWith("/")
                && !given.startsWith("//")
                && given.chars().allMatch(each -> each > ' ' && each != '\\' && each < 127);
        return own && given != null ? given : otherwise;
    }

    /** What the query of an address says. */
    static Map<String, String> query(String address) {
        Map<String, String> values = new HashMap<>();
        int query = address.indexOf('?');
        if (query < 0) return values;
        for (String part : address.substring(query + 1).split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) values.put(part.substring(0, equals), decoded(part.substring(equals + 1)));
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
