package norma.standard.check;

import java.util.Map;
import norma.standard.Standards;

/**
 * Standards before anybody uses them.
 *
 * @param standards what could be read; what has errors is missing
 * @param declared the deviations that rules in DRL declare, each with the name of its subject
 * @param whole whether nothing is missing: only then it can be said that something is used by nobody
 */
public record Draft(Standards standards, Map<String, String> declared, boolean whole) {}
