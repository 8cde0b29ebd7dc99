package norma.server.intake;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens a file as text. A byte-order mark is no part of the text, and one of UTF-16 decides the encoding. Bytes that are
 * no text come out as {@link #REPLACEMENT}.
 */
final class TextFile {

    static final char REPLACEMENT = '\uFFFD';

    private static final int BUFFER = 1 << 16;

    private TextFile() {}

    static BufferedReader open(Path file, Charset encoding) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return new BufferedReader(new InputStreamReader(in, decided(in, encoding)), BUFFER);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static Charset decided(InputStream in, Charset encoding) throws IOException {
        in.mark(3);
        int first = in.read();
        int second = in.read();
        if (first == 0xFE && second == 0xFF) return StandardCharsets.UTF_16BE;
        if (first == 0xFF && second == 0xFE) return StandardCharsets.UTF_16LE;
        if (first == 0xEF && second == 0xBB && in.read() == 0xBF) return encoding;
        in.reset();
        return encoding;
    }
}
