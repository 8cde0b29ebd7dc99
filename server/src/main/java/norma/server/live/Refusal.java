package norma.server.live;

import norma.diagnostics.Text;

/** Something that was asked for and cannot be done, and why; nothing has happened. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Text said;
    private final boolean missing;

    public Refusal(Text said) {
        this(said, false);
    }

    private Refusal(Text said, boolean missing) {
        super(said.en());
        this.said = said;
        this.missing = missing;
    }

    /** What it is about is not there. */
    public static Refusal missing(String en, String ru) {
        return new Refusal(new Text(en, ru), true);
    }

    public boolean isMissing() {
        return missing;
    }

    public Refusal(String en, String ru) {
        this(new Text(en, ru));
    }

    public Text said() {
        return said;
    }
}
