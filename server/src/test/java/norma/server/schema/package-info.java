/** What editors are told, held against what the readers do. */
@NullMarked
package norma.server.schema;

import org.jspecify.annotations.NullMarked;
