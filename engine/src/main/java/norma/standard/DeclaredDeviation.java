package norma.standard;

import norma.diagnostics.Span;

/**
 * A deviation that a rule elsewhere, in DRL, declares.
 *
 * @param subject the type of fact that it is about: {@code client}
 * @param span where it is declared first
 */
public record DeclaredDeviation(String subject, Span span) {}
