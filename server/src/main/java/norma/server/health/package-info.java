/**
 * Whether Norma gets what it lives on and can judge by it: facts that stopped arriving, rules that fail. What changes in
 * that is an event like any other, so that feeds and routes tell it.
 *
 * <p>{@link norma.server.health.HealthWatch} is the way in. Live, store and report may enter; what is late is told by
 * whoever knows how long facts may stay away.
 */
@NullMarked
package norma.server.health;

import org.jspecify.annotations.NullMarked;
