package norma.server.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import norma.diagnostics.Problem;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.judge.DrlRules;
import norma.server.handbook.Chapters;
import norma.server.handbook.Handbook;
import norma.server.publish.Publishing;
import norma.server.store.Deviations;
import norma.server.store.Versions;
import norma.server.store.View;
import norma.standard.DecisionRule;
import norma.standard.DeviationRule;
import norma.standard.Kpi;
import norma.standard.Norm;
import norma.standard.Standards;

/** Puts the page of definitions together. */
final class DefinitionsRoom {

    private final View seen;
    private final Questions engine;
    private final Publishing publishing;
    private final Frame frame;

    DefinitionsRoom(View seen, Questions engine, Publishing publishing, Frame frame) {
        this.seen = seen;
        this.engine = engine;
        this.publishing = publishing;
        this.frame = frame;
    }

    DefinitionsPage page(Standards standards, DrlRules drl) {
        LocalDate today =
                Instant.ofEpochMilli(frame.now()).atZone(frame.prose().zone()).toLocalDate();
        List<Source> sources = sources(standards);
        Handbook book = Chapters.of(standards, drl, sources, List.of(), frame.locale(), span -> "", today);
        List<DefinitionsPage.Failure> failures = !seen.sight().isEverything()
                ? List.of()
                : engine.ask(found -> found.failures().stream()
                        .map(each -> new DefinitionsPage.Failure(each.rule(), each.subject(), each.reason()))
                        .toList());
        Map<String, Long> standing =
                seen.read(tables -> tables.deviations().counts("rule", Deviations.Filter.STANDING));
        String version = seen.read(tables -> tables.versions().inForce())
                .map(this::version)
                .orElse("");
        List<Problem> problems = publishing.problemsOfFiles();
        return new DefinitionsPage(
                frame,
                book,
                version,
                folder(sources),
                standing,
                problems.stream().map(this::saved).toList(),
                problems.stream().anyMatch(DefinitionsRoom::isError),
                failures);
    }

    private String version(Versions.Version version) {
        String author = version.author().equals(Publishing.FILES)
                ? frame.say("from the files", "из файлов")
                : frame.say("published by ", "выпустил ") + version.author();
        String since = frame.prose().moment(version.at());
        return frame.say(
                "Version " + version.version() + ", in force since " + since + ", " + author + ".",
                "Версия " + version.version() + ", действует с " + since + ", " + author + ".");
    }

    private DefinitionsPage.Saved saved(Problem problem) {
        Span span = problem.span();
        return new DefinitionsPage.Saved(
                span.source().name() + ":" + span.line(),
                isError(problem),
                frame.prose().say(problem.message()));
    }

    private static boolean isError(Problem problem) {
        return problem.severity() == Problem.Severity.ERROR;
    }

    /** The folder above the one that all files have in common, so that the name of that one is left. */
    private static String folder(List<Source> sources) {
        String common = sources.isEmpty() ? "" : sources.get(0).name();
        common = common.substring(0, common.lastIndexOf('/') + 1);
        for (Source each : sources)
            while (!each.name().startsWith(common))
                common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
        return common.length() < 2 ? "" : common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
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
}
