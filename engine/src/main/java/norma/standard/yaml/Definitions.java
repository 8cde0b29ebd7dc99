package norma.standard.yaml;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import norma.diagnostics.Digest;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.standard.DeclaredDeviation;
import norma.standard.Standards;
import norma.standard.check.Draft;
import norma.standard.check.Lints;

/** Reads the definitions of a firm. */
public final class Definitions {

    private Definitions() {}

    /**
     * @param declared the deviations that rules in DRL declare, by id: decisions may answer them, and nothing else may be
     *     called so
     * @return nothing when there is any error; nothing partial is ever used
     */
    public static Optional<Standards> read(
            List<Source> sources, Map<String, DeclaredDeviation> declared, Problems problems) {
        return read(sources, declared, Optional.empty(), problems);
    }

    /** @param now tells which parts have passed; without it nothing is said about that */
    public static Optional<Standards> read(
            List<Source> sources, Map<String, DeclaredDeviation> declared, Optional<Instant> now, Problems problems) {
        return read(sources, () -> Optional.of(declared), now, Severity.WARNING, problems);
    }

    /**
     * @param declared asked for as late as can be: compiling rules in DRL takes longer than reading KPI and norms; empty
     *     when they have errors, so that nobody knows what they declare
     * @param least what is looked for in definitions as a whole: with {@code ERROR} no warnings
     */
    public static Optional<Standards> read(
            List<Source> sources,
            Supplier<Optional<Map<String, DeclaredDeviation>>> declared,
            Optional<Instant> now,
            Severity least,
            Problems problems) {
        Problems found = new Problems();
        Sections sections = Sections.of(sources, found);
        Vocabulary vocabulary = Vocabulary.of(sections, found);
        KpiReader kpis = new KpiReader(vocabulary, sections, found);
        kpis.readAll();
        NormReader norms = new NormReader(vocabulary, sections, found);
        norms.readAll();
        Optional<Map<String, DeclaredDeviation>> ofRules = declared.get();
        Map<String, String> subjects = new LinkedHashMap<>();
        ofRules.orElse(Map.of()).forEach((id, deviation) -> subjects.put(id, deviation.subject()));
        sections.beside(ofRules.orElse(Map.of()));
        DeviationReader deviations = new DeviationReader(vocabulary, norms, subjects.keySet(), found);
        deviations.readAll(sections);
        DecisionReader decisions = new DecisionReader(vocabulary, deviations.all(), subjects, found);
        decisions.readAll(sections);
        Standards standards = new Standards(
                vocabulary.model(),
                vocabulary.calendars(),
                vocabulary.lists(),
                kpis.all(),
                norms.all(),
                deviations.all(),
                decisions.all(),
                Fingerprints.of(sections, vocabulary.model().calendar()),
                Digest.of(sources));
        boolean whole = !found.hasErrors() && ofRules.isPresent();
        Lints.look(new Draft(standards, subjects, sections.places(), sections.mentioned(), now, whole), least, found);
        Unread unread = sections.unread(ofRules.isEmpty());
        List<Problem> first = found.all().stream()
                .filter(problem -> !unread.mayCause(problem))
                .toList();
        Problems placed = new Problems();
        Origins.of(first, sections).forEach(problem -> placed.add(sections.placed(problem)));
        Problems told = Silences.of(sections.sources()).applied(placed, whole && least == Severity.WARNING);
        told.all().forEach(problems::add);
        return told.hasErrors() ? Optional.empty() : Optional.of(standards);
    }
}
