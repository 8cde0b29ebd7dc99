/**
 * What is held against what should be: the rule network that watches facts, readings and deviations.
 *
 * <p>The only user of Drools and MVEL. Rules from YAML are built in memory, one package per definition; rules from DRL
 * join them in the same rule base. Both only say which subject matches; what a match means is worked out in
 * {@link norma.judge.Watch}, and what becomes of it over time in {@code norma.deviation}.
 */
@NullMarked
package norma.judge;

import org.jspecify.annotations.NullMarked;
