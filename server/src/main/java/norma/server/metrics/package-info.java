/**
 * How the service is doing, in numbers that Prometheus reads.
 *
 * <p>{@link norma.server.metrics.Metrics} is the way in, and the only user of Micrometer: it asks the others, and nobody
 * asks it. Live, store and HTTP may enter; no rule is judged by these numbers.
 */
@NullMarked
package norma.server.metrics;

import org.jspecify.annotations.NullMarked;
