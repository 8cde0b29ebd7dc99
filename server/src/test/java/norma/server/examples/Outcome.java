package norma.server.examples;

import java.util.List;
import java.util.Set;

/** What one side says of a day: every figure and every deviation. */
record Outcome(List<Figure> figures, Set<Finding> findings) {

    Figure figure(String kpi, String scope, String period) {
        return figures.stream()
                .filter(figure -> figure.kpi().equals(kpi)
                        && figure.scope().equals(scope)
                        && figure.period().equals(period))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no reading " + kpi + " [" + scope + "] " + period));
    }

    long count(String rule) {
        return findings.stream().filter(finding -> finding.rule().equals(rule)).count();
    }
}
