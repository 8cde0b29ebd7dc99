package norma.standard.check;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.diagnostics.Span;
import norma.standard.Standards;

/**
 * Standards before anybody uses them.
 *
 * @param standards what could be read; what has errors is missing
 * @param declared the deviations that rules in DRL declare, each with the name of its subject
 * @param places where each id is defined, of whatever section
 * @param mentioned every word that some definition says, ids that it names among them
 * @param now what to take as the present; without it nothing is said about what has passed
 * @param whole whether nothing is missing: only then it can be said that something is used by nobody
 */
public record Draft(
        Standards standards,
        Map<String, String> declared,
        Map<String, Span> places,
        Set<String> mentioned,
        Optional<Instant> now,
        boolean whole) {}
