package norma.server.api;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a text, one after the other; of a line that is too long only that it was there. */
final class Lines {

    private static final int LONGEST = 1_000_000;
    private static final int BUFFER = 1 << 14;

    private final Reader text;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder line = new StringBuilder();
    private int next;
    private int end;

    Lines(Reader text) {
        this.text = text;
    }

    /** @return null at the end; empty for a line that is too long */
    @Nullable
    Optional<String> next() throws IOException {
        line.setLength(0);
        boolean any = false;
        boolean tooLong = false;
        while (fill()) {
            any = true;
            char character = buffer[next++];
            if (character == '\n') break;
            if (line.length() < LONGEST) line.append(character);
            else tooLong = true;
        }
        if (!any) return null;
        return tooLong ? Optional.empty() : Optional.of(line.toString());
    }

    private boolean fill() throws IOException {
        if (next < end) return true;
        next = 0;
        end = text.read(buffer);
        return end > 0;
    }
}
