package norma.server.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Remembers the last character that was read and is no line break. */
final class LastCharacter extends FilterReader {

    private int last = -1;

    LastCharacter(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) remember((char) c);
        return c;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        for (int i = from + count - 1; i >= from; i--) if (remember(buffer[i])) break;
        return count;
    }

    private boolean remember(char c) {
        if (c == '\n' || c == '\r') return false;
        last = c;
        return true;
    }

    int last() {
        return last;
    }
}
