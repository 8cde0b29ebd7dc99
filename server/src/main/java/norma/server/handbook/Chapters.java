package norma.server.handbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.judge.DrlRules;
import norma.server.handbook.Handbook.Chapter;
import norma.server.handbook.Handbook.Line;
import norma.server.handbook.Handbook.Run;
import norma.standard.DecisionRule;
import norma.standard.DeclaredDeviation;
import norma.standard.DeviationRule;
import norma.standard.Standards;

/** Puts a handbook together, and knows what leads to what. */
public final class Chapters {

    private final Standards standards;
    private final DrlRules drl;
    private final Written written;
    private final Phrase phrase;
    private final Function<Span, String> links;
    private final LocalDate today;

    private Chapters(
            Standards standards,
            DrlRules drl,
            Written written,
            Locale locale,
            Function<Span, String> links,
            LocalDate today) {
        this.standards = standards;
        this.drl = drl;
        this.written = written;
        this.phrase = new Phrase(standards.model(), locale);
        this.links = links;
        this.today = today;
    }

    /**
     * @param definitions the texts that the standards were read from
     * @param tests files that test them
     * @param links leads from the handbook to a place in a file
     * @param today rows of norms that end before it are marked
     */
    public static Handbook of(
            Standards standards,
            DrlRules drl,
            List<Source> definitions,
            List<Source> tests,
            Locale locale,
            Function<Span, String> links,
            LocalDate today) {
        return new Chapters(standards, drl, new Written(definitions, tests), locale, links, today)
                .handbook(locale.getLanguage());
    }

    private Handbook handbook(String language) {
        String firm = standards.model().firm().map(phrase::say).orElse("");
        String what = say("KPI, norms, deviations and decisions", "Показатели, нормы, отклонения и решения");
        return new Handbook(
                language,
                firm.isEmpty() ? what : firm + ". " + what,
                List.of(
                        say("In force on ", "Действует на ") + today + say(", version ", ", версия ")
                                + standards.version() + ".",
                        say(
                                "Written from the definitions; change those, not this.",
                                "Составлено по определениям; правьте их, а не этот текст.")),
                say("Contents", "Содержание"),
                Stream.of(kpis(), norms(), deviations(), decisions())
                        .filter(chapter -> !chapter.entries().isEmpty())
                        .toList());
    }

    /** The type of fact that the deviation of a rule in DRL is about. */
    Optional<String> declaredSubject(String deviation) {
        return Optional.ofNullable(drl.declared().get(deviation)).map(DeclaredDeviation::subject);
    }

    private Chapter kpis() {
        KpiEntry entry = new KpiEntry(this);
        return new Chapter(
                "all-kpis",
                say("KPI", "Показатели"),
                say("How figures are measured.", "Как измеряются показатели."),
                standards.kpis().values().stream().map(entry::of).toList());
    }

    private Chapter norms() {
        NormEntry entry = new NormEntry(this, today);
        return new Chapter(
                "all-norms",
                say("Norms", "Нормы"),
                say(
                        "What a figure ought to be, and for whom otherwise.",
                        "Каким показатель должен быть и для кого иначе."),
                standards.norms().values().stream().map(entry::of).toList());
    }

    private Chapter deviations() {
        DeviationEntry entry = new DeviationEntry(this);
        return new Chapter(
                "all-deviations",
                say("Deviations", "Отклонения"),
                say("When something needs attention.", "Когда что-то требует внимания."),
                Stream.concat(
                                standards.deviations().values().stream().map(entry::of),
                                drl.described().stream().map(entry::of))
                        .toList());
    }

    private Chapter decisions() {
        DecisionEntry entry = new DecisionEntry(this);
        return new Chapter(
                "all-decisions",
                say("Decisions", "Решения"),
                say("What is to be done, by whom and by when.", "Что делать, кому и к какому сроку."),
                standards.decisions().values().stream().map(entry::of).toList());
    }

    Standards standards() {
        return standards;
    }

    Written written() {
        return written;
    }

    Phrase phrase() {
        return phrase;
    }

    String say(String en, String ru) {
        return phrase.say(en, ru);
    }

    String href(Span span) {
        return links.apply(span);
    }

    /** Lines that every definition may have: its tests. */
    List<Line> tests(String id) {
        List<Run> runs = new ArrayList<>();
        for (Written.Test test : written.tests(id)) {
            Span span = new Span(test.source(), test.line(), 1, 1);
            runs.add(new Run.Place(href(span), place(span)));
        }
        return runs.isEmpty() ? List.of() : List.of(new Line(say("Tests", "Тесты"), runs));
    }

    static String place(Span span) {
        return span.source().name() + ":" + span.line();
    }

    /** Links to definitions by id, each with its title. */
    Line links(String label, Stream<String> ids) {
        return new Line(label, ids.map(this::link).toList());
    }

    Run link(String id) {
        return new Run.Link(id, phrase.say(title(id)));
    }

    private Text title(String id) {
        Map<String, Text> titles =
                drl.described().stream().collect(Collectors.toMap(DrlRules.Described::id, DrlRules.Described::title));
        return Stream.of(
                        Stream.ofNullable(standards.kpis().get(id)).map(kpi -> kpi.title()),
                        Stream.ofNullable(standards.norms().get(id)).map(norm -> norm.title()),
                        Stream.ofNullable(standards.deviations().get(id)).map(DeviationRule::title),
                        Stream.ofNullable(standards.decisions().get(id)).map(DecisionRule::title),
                        Stream.ofNullable(titles.get(id)))
                .flatMap(found -> found)
                .findFirst()
                .orElse(Text.same(id));
    }
}
