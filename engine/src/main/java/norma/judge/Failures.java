package norma.judge;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import norma.fact.Fact;
import org.kie.api.runtime.rule.Match;

/** What could not be judged, for as long as it cannot: by rule and subject, by match of a DRL rule, or a DRL rule itself. */
final class Failures {

    private final Map<Object, Judge.Failure> standing = new LinkedHashMap<>();

    void record(Case each, ArithmeticException e) {
        standing.put(each, new Judge.Failure(each.rule(), subject(each), String.valueOf(e.getMessage())));
    }

    /** @param rule the deviation's id, or the name of a rule that is none */
    void record(String rule, Match match, Throwable e) {
        String subject = match.getObjects().stream()
                .filter(Fact.class::isInstance)
                .map(fact -> subject(Case.of(rule, fact)))
                .findFirst()
                .orElse("");
        standing.put(match, new Judge.Failure(rule, subject, reason(e)));
    }

    /** A DRL rule whose conditions fail is not judged any more, for any subject. */
    void recordWhole(String rule, Throwable e) {
        standing.put(rule, new Judge.Failure(rule, "", reason(e)));
    }

    private static String subject(Case each) {
        return each.type() + " " + each.id();
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) root = root.getCause();
        String message = root.getMessage();
        return root.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    void takeOver(Failures others) {
        standing.putAll(others.standing);
    }

    /** @param judged a case, or a match */
    void clear(Object judged) {
        if (standing.isEmpty()) return;
        standing.remove(judged);
    }

    void clearMatches() {
        standing.keySet().removeIf(Match.class::isInstance);
    }

    /** Of rules that are gone, or have become others. */
    void clearRules(Set<String> rules) {
        standing.keySet().removeIf(judged -> judged instanceof Case each && rules.contains(each.rule()));
    }

    boolean isEmpty() {
        return standing.isEmpty();
    }

    boolean isWhollyFailing(String rule) {
        return standing.containsKey(rule);
    }

    Collection<Judge.Failure> all() {
        return standing.values().stream().distinct().toList();
    }
}
