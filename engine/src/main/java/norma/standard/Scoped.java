package norma.standard;

import org.jspecify.annotations.Nullable;

/** Something that dimensions have values for, without being a fact. */
public interface Scoped {

    /** Null when this has no such dimension. */
    @Nullable
    String dimension(String name);
}
