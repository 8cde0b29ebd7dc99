package norma.deviation;

/**
 * How far it has come with one rule and one subject: what has to be remembered so that no episode begins twice and no time
 * is counted anew.
 *
 * @param type of the subject, as definitions call it, or {@code scope}
 * @param episodes {@link Episodes#NONE} when nothing has to be remembered any more
 */
public record Course(String rule, String type, String id, Episodes episodes) {}
