package norma.document;

import norma.diagnostics.Span;

/**
 * A comment of a document.
 *
 * @param text without the # and blanks around it
 * @param line that it is about, from 1: its own where something stands before it, else the next that says something
 */
public record Comment(Span span, String text, int line) {}
