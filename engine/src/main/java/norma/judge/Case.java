package norma.judge;

import norma.fact.Fact;

/**
 * One rule and one subject.
 *
 * @param type of the fact, or {@code scope}
 */
record Case(String rule, String type, String id) {

    static Case of(String rule, Object subject) {
        return subject instanceof Fact fact
                ? new Case(rule, fact.type().name(), fact.id())
                : new Case(rule, "scope", subject.toString());
    }
}
