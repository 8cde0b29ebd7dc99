/**
 * What is held against what should be.
 *
 * <p>The only user of Drools and MVEL. A rule from YAML is about one subject, and {@link norma.judge.Looks} holds subjects against
 * it as they change; rules from DRL join facts, readings and deviations, in the rule network. What becomes of a verdict over
 * time is worked out in {@code norma.deviation}.
 */
@NullMarked
package norma.judge;

import org.jspecify.annotations.NullMarked;
