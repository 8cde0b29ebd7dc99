package norma.fact;

import norma.diagnostics.Text;

/** A change that cannot be taken in, and why; nothing has happened. */
public final class RefusedChange extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient Text said;

    RefusedChange(Text said) {
        super(said.en());
        this.said = said;
    }

    public Text said() {
        return said;
    }
}
