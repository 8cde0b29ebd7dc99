/**
 * What is looked for in definitions that could be read: each check is a class.
 *
 * <p>{@link norma.standard.check.Lints} is the way in. Standards, facts and expressions may enter; nothing that reads
 * YAML, so that standards made by a program can be checked too.
 */
@NullMarked
package norma.standard.check;

import org.jspecify.annotations.NullMarked;
