package norma.server.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/** The style, the scripts and the sign: files that never change under one address. */
final class Assets {

    private record File(byte[] bytes, String type, String version) {}

    private static final Map<String, String> TYPES = Map.of(
            "norma.css", "text/css; charset=utf-8",
            "norma.js", "text/javascript; charset=utf-8",
            "htmx.min.js", "text/javascript; charset=utf-8",
            "norma.svg", "image/svg+xml");

    private final Map<String, File> files = new HashMap<>();

    Assets() {
        TYPES.forEach((name, type) -> files.put(name, read(name, type)));
    }

    private static File read(String name, String type) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("no " + name + " beside the pages");
            byte[] bytes = in.readAllBytes();
            CRC32 sum = new CRC32();
            sum.update(bytes);
            return new File(bytes, type, Long.toHexString(sum.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a file: another one for other bytes. */
    String address(String name) {
        File file = files.get(name);
        if (file == null) throw new IllegalArgumentException(name);
        return "/assets/" + name + "?v=" + file.version();
    }

    void send(Context request) {
        File file = files.get(request.pathParam("file"));
        if (file == null) throw new NotFoundResponse();
        request.header("Cache-Control", "public, max-age=31536000, immutable");
        request.contentType(file.type()).result(file.bytes());
    }
}
