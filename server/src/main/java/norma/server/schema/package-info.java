/**
 * JSON Schema of the files that people edit, for editors that read it.
 *
 * <p>Written from the same shapes that the layout of files follows. Jackson, shapes and definitions may enter; no files,
 * no options.
 */
@NullMarked
package norma.server.schema;

import org.jspecify.annotations.NullMarked;
