package norma.diagnostics;

/** A word as somebody wrote it, and where. */
public interface Written {

    Span span();

    String text();
}
