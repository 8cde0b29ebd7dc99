package norma.measure;

import org.jspecify.annotations.Nullable;

/**
 * A reading that has become another.
 *
 * @param before null for a new one
 * @param after null when no case is left that it would be about
 */
public record Revision(@Nullable Reading before, @Nullable Reading after) {

    /** Whichever there is, the later one first. */
    public Reading either() {
        Reading either = after != null ? after : before;
        if (either == null) throw new IllegalStateException("a revision of nothing");
        return either;
    }
}
