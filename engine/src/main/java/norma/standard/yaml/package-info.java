/**
 * From YAML texts to standards that can be used as they stand, or to every problem that keeps them from it.
 *
 * <p>{@link norma.standard.yaml.Definitions} is the way in. Each section has a reader of its own; KPI are compiled when
 * somebody first asks for them, so that the order of definitions and files never matters.
 */
@NullMarked
package norma.standard.yaml;

import org.jspecify.annotations.NullMarked;
