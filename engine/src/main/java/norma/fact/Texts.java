package norma.fact;

import org.jspecify.annotations.Nullable;

/**
 * Gives facts that say the same one text for it: a row of a file and a request bring texts of their own, and most of them, stages,
 * sellers, channels, were met lately. A few thousand are remembered; one that is forgotten only takes memory once more.
 */
final class Texts {

    private static final int BITS = 13;

    private final @Nullable String[] lately = new String[1 << BITS];

    String shared(String text) {
        int place = text.hashCode() * 0x9E3779B9 >>> Integer.SIZE - BITS;
        String known = lately[place];
        if (known != null && known.equals(text)) return known;
        lately[place] = text;
        return text;
    }
}
