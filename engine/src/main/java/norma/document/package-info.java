/**
 * A YAML text as a tree that remembers where everything stands.
 *
 * <p>The only user of SnakeYAML: it takes the parser's events, refuses what a definition never needs (anchors, tags,
 * several documents, duplicate keys) and leaves every scalar as it was written, to be understood by whoever knows what
 * is expected there. {@link norma.document.Form} reads a mapping key by key and reports the keys that nobody asked for;
 * {@link norma.document.Shape} says what may stand where, and {@link norma.document.Layout} lays a text out by it.
 */
@NullMarked
package norma.document;

import org.jspecify.annotations.NullMarked;
