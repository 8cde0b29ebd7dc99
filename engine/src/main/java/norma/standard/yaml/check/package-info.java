/**
 * What the readers of definitions refuse: each check is a class, and its factory methods word what is wrong.
 *
 * <p>{@link norma.standard.yaml.check.DefinitionChecks} lists them. Only words and places may enter: a check knows
 * nothing of what is read.
 */
@NullMarked
package norma.standard.yaml.check;

import org.jspecify.annotations.NullMarked;
