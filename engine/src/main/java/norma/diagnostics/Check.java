package norma.diagnostics;

import norma.diagnostics.Problem.Severity;

/**
 * One thing that is looked for in what people write. Its code never changes: people search for it and silence it by it.
 * Each check is a class, an entry of {@code docs/checks.md} and a folder of examples.
 */
public abstract class Check {

    private final String code;
    private final Severity severity;
    private final Text why;

    /**
     * @param code lower-case words with hyphens, such as {@code unknown-key}
     * @param why what would go wrong if nobody said so, and the way out
     */
    protected Check(String code, Severity severity, Text why) {
        this.code = code;
        this.severity = severity;
        this.why = why;
    }

    public final String code() {
        return code;
    }

    public final Severity severity() {
        return severity;
    }

    public final Text why() {
        return why;
    }

    /** A finding of this check. */
    protected final Problem at(Span span, Text message) {
        return Problem.of(this, span, message);
    }

    @Override
    public final String toString() {
        return code;
    }
}
