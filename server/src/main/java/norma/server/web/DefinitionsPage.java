package norma.server.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.judge.DrlRules;
import norma.server.handbook.Chapters;
import norma.server.handbook.Handbook;
import norma.server.store.Deviations;
import norma.server.store.View;
import norma.standard.DecisionRule;
import norma.standard.DeviationRule;
import norma.standard.Kpi;
import norma.standard.Norm;
import norma.standard.Standards;

/**
 * What is in force, to be read.
 *
 * @param standing how many deviations stand, by rule
 * @param failures rules that could not be judged for some subject, and why; for those only who see every subject
 */
public record DefinitionsPage(
        Frame frame, Handbook book, String version, Map<String, Long> standing, List<Failure> failures) {

    public record Failure(String rule, String subject, String reason) {}

    static DefinitionsPage of(Standards standards, DrlRules drl, View seen, Questions engine, Frame frame) {
        LocalDate today =
                Instant.ofEpochMilli(frame.now()).atZone(frame.prose().zone()).toLocalDate();
        Handbook book = Chapters.of(standards, drl, sources(standards), List.of(), frame.locale(), span -> "", today);
        List<Failure> failures = !seen.sight().isEverything()
                ? List.of()
                : engine.ask(found -> found.failures().stream()
                        .map(each -> new Failure(each.rule(), each.subject(), each.reason()))
                        .toList());
        Map<String, Long> standing =
                seen.read(tables -> tables.deviations().counts("rule", Deviations.Filter.STANDING));
        return new DefinitionsPage(frame, book, standards.version(), standing, failures);
    }

    /** The files that definitions were read from. */
    private static List<Source> sources(Standards standards) {
        Set<Source> sources = new LinkedHashSet<>();
        Stream.of(
                        standards.kpis().values().stream().map(Kpi::span),
                        standards.norms().values().stream().map(Norm::span),
                        standards.deviations().values().stream().map(DeviationRule::span),
                        standards.decisions().values().stream().map(DecisionRule::span))
                .flatMap(spans -> spans)
                .map(Span::source)
                .forEach(sources::add);
        return List.copyOf(sources);
    }

    public long standing(String rule) {
        return standing.getOrDefault(rule, 0L);
    }

    /** Between two runs of a line that are not words. */
    public static String between(List<Handbook.Run> runs, int at) {
        if (at == 0) return "";
        boolean words = runs.get(at) instanceof Handbook.Run.Words || runs.get(at - 1) instanceof Handbook.Run.Words;
        return words ? "" : ", ";
    }
}
