package norma.expression;

import java.util.List;
import norma.diagnostics.Span;

/**
 * How an expression came to its value.
 *
 * @param text the part of the expression that this is about, as it was written
 * @param value what it gave
 * @param parts its operands, in the order of the text
 */
public record Trace(String text, Span span, Value value, List<Trace> parts) {}
