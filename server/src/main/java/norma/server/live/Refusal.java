package norma.server.live;

import norma.diagnostics.Text;

/** Something that was asked for and cannot be done, and why; nothing has happened. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Text said;

    public Refusal(Text said) {
        super(said.en());
        this.said = said;
    }

    public Refusal(String en, String ru) {
        this(new Text(en, ru));
    }

    public Text said() {
        return said;
    }
}
