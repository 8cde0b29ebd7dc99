package norma.server.web;

import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import norma.Engine;
import norma.expression.Value;
import norma.measure.Measured;
import norma.measure.Reading;
import norma.measure.Scope;
import norma.server.live.SeenReadings;
import norma.server.report.Prose;
import norma.server.store.Deviations;
import norma.server.store.Sight;
import norma.server.store.View;
import norma.standard.Dimension;
import norma.standard.Kpi;
import norma.standard.Limit;
import norma.standard.Norm;
import norma.standard.Over;
import norma.standard.Standards;
import org.jspecify.annotations.Nullable;

/** Puts the pages of readings together. */
final class ReadingsRoom {

    private static final int ROWS = 100;
    private static final int PERIODS = 24;
    /** Dimensions that the feed can be narrowed by. */
    private static final Map<String, String> NARROWED =
            Map.of("owner", "owner", "team", "team", "head", "head", "client", "client", "segment", "segment");

    private final View seen;
    private final Sight sight;
    private final Questions engine;
    private final Standards standards;
    private final Frame frame;
    private final Prose prose;

    /** @param sight of readings */
    ReadingsRoom(View seen, Sight sight, Questions engine, Standards standards, Frame frame) {
        this.sight = sight;
        this.seen = seen;
        this.engine = engine;
        this.standards = standards;
        this.frame = frame;
        this.prose = frame.prose();
    }

    /** The engine is asked for readings alone, and holds nothing up while they become words. */
    ReadingsPage page() {
        Map<String, Long> standing = standing();
        Map<String, List<Reading>> ofWhole = engine.ask(found -> {
            Map<String, List<Reading>> readings = new LinkedHashMap<>();
            for (String kpi : standards.kpis().keySet())
                readings.put(kpi, readings(kpi, scope -> scope.dimensions().isEmpty(), found));
            return readings;
        });
        List<ReadingsPage.Figure> whole = new ArrayList<>();
        List<ReadingsPage.Figure> parts = new ArrayList<>();
        List<ReadingsPage.Figure> subjects = new ArrayList<>();
        for (Kpi kpi : standards.kpis().values()) {
            List<Reading> readings = ofWhole.getOrDefault(kpi.id(), List.of());
            Optional<Reading> now = readings.stream()
                    .filter(reading -> isFirst(reading) && reading.current())
                    .findFirst();
            List<ReadingsPage.NormOf> norms = norms(kpi, standing);
            String href = "/readings/" + Address.encoded(kpi.id());
            if (now.isPresent()) whole.add(figure(now.get(), prose.say(kpi.title()), href, norms, trend(readings)));
            else (kpi.ofSubject() ? subjects : parts).add(bare(kpi, href, norms));
        }
        return new ReadingsPage(
                frame,
                List.of(
                        chapter("Of the whole", "По компании", "", "", whole),
                        chapter(
                                "Only by parts",
                                "Только по частям",
                                "Measured for each team, client or other part, and not for the whole.",
                                "Измеряются по командам, клиентам и другим частям, но не по компании целиком.",
                                parts),
                        chapter(
                                "Of each subject",
                                "По каждому объекту",
                                "Every deal, client or person has a value of its own; see it on a deviation's page.",
                                "У каждой сделки, клиента или сотрудника значение своё; оно видно на странице отклонения.",
                                subjects)));
    }

    private ReadingsPage.Chapter chapter(
            String en, String ru, String aboutEn, String aboutRu, List<ReadingsPage.Figure> figures) {
        return new ReadingsPage.Chapter(frame.say(en, ru), frame.say(aboutEn, aboutRu), figures);
    }

    KpiPage page(String id) {
        Kpi kpi = standards.kpis().get(id);
        if (kpi == null) throw new NotFoundResponse();
        Map<String, Long> standing = standing();
        return page(kpi, standing, engine.ask(found -> readings(kpi.id(), scope -> true, found)));
    }

    private KpiPage page(Kpi kpi, Map<String, Long> standing, List<Reading> all) {
        List<Reading> whole = of(List.of(), all);
        List<ReadingsPage.Figure> earlier = whole.stream()
                .filter(reading -> !reading.current() && isOfCalendar(reading))
                .sorted(Comparator.comparing(ReadingsRoom::from).reversed())
                .limit(PERIODS)
                .map(reading -> figure(reading, prose.period(reading.period()), "", List.of(), Optional.empty()))
                .toList();
        Optional<Trend> trend = trend(whole);
        return new KpiPage(
                frame,
                kpi.id(),
                prose.say(kpi.title()),
                kpi.note().map(prose::say).orElse(""),
                whole.stream()
                        .filter(reading -> reading.current() && isFirst(reading))
                        .findFirst()
                        .map(reading ->
                                figure(reading, frame.say("The whole", "В целом"), "", List.of(), Optional.empty())),
                norms(kpi, standing),
                trend,
                trend.isPresent() || whole.isEmpty() ? "" : trendless(kpi),
                earlier,
                cuts(kpi, all),
                kpi.ofSubject() ? prose.say(kpi.of().title()) : "");
    }

    private List<Reading> readings(String kpi, Predicate<Scope> which, Engine found) {
        return found.readings(kpi, which).stream()
                .filter(SeenReadings.by(sight, found))
                .toList();
    }

    private static List<Reading> of(List<String> dimensions, List<Reading> all) {
        return all.stream()
                .filter(reading -> reading.scope().dimensions().equals(dimensions))
                .toList();
    }

    /** What is measured of now has no past; what is measured by calendar periods has those that are over. */
    private String trendless(Kpi kpi) {
        if (kpi.over().stream().anyMatch(Over.Each.class::isInstance))
            return frame.say("No period is over yet.", "Завершённых периодов пока нет.");
        return frame.say(
                "No trend: this is measured as of now, and what it was before is not kept.",
                "Динамики нет: показатель измеряется на текущий момент, прежние значения не хранятся.");
    }

    private static boolean isFirst(Reading reading) {
        return reading.definition().over().get(0).name().equals(reading.period().name());
    }

    /** Whether its period is one of those that follow each other: the only ones of which the earlier are known. */
    private static boolean isOfCalendar(Reading reading) {
        return reading.definition().over().stream()
                .filter(Over.Each.class::isInstance)
                .findFirst()
                .filter(each -> each.name().equals(reading.period().name()))
                .isPresent();
    }

    private static LocalDate from(Reading reading) {
        LocalDate from = reading.period().from();
        return from == null ? LocalDate.MIN : from;
    }

    /** Of periods that are over: the one that is not would look like a fall. */
    private Optional<Trend> trend(List<Reading> readings) {
        List<Reading> over = readings.stream()
                .filter(reading -> !reading.current() && isOfCalendar(reading))
                .sorted(Comparator.comparing(ReadingsRoom::from))
                .toList();
        List<Reading> shown = over.subList(Math.max(0, over.size() - PERIODS), over.size());
        List<Double> values = shown.stream().map(ReadingsRoom::number).toList();
        if (values.stream().filter(value -> !value.isNaN()).count() < 2) return Optional.empty();
        String first = prose.period(shown.get(0).period());
        String last = prose.period(shown.get(shown.size() - 1).period());
        String said = first + ": " + value(shown.get(0)) + "; " + last + ": " + value(shown.get(shown.size() - 1));
        List<Reading> bySize = shown.stream()
                .filter(reading -> reading.measured().isDefined())
                .sorted(Comparator.comparingDouble(ReadingsRoom::number))
                .toList();
        String range = frame.say("From ", "От ")
                + value(bySize.get(0))
                + frame.say(" to ", " до ")
                + value(bySize.get(bySize.size() - 1));
        return Optional.of(Trend.of(values, first, last, said, range));
    }

    private static double number(Reading reading) {
        return reading.measured().value() instanceof Long whole
                ? (double) whole
                : reading.measured().number();
    }

    private List<KpiPage.Cut> cuts(Kpi kpi, List<Reading> all) {
        Map<List<Dimension>, List<Reading>> sorted = new LinkedHashMap<>();
        for (List<Dimension> cut : kpi.by()) sorted.put(cut, sorted(cut, all));
        Names names = names(sorted);
        List<KpiPage.Cut> cuts = new ArrayList<>();
        sorted.forEach((cut, rows) -> {
            List<ReadingsPage.Figure> figures = rows.stream()
                    .limit(ROWS)
                    .map(reading ->
                            figure(reading, name(reading, cut, names), narrowed(reading), List.of(), Optional.empty()))
                    .toList();
            if (!figures.isEmpty())
                cuts.add(new KpiPage.Cut(
                        title(cut.stream().map(Dimension::name).toList()),
                        prose.period(rows.get(0).period()),
                        figures,
                        Math.max(0, rows.size() - ROWS)));
        });
        return cuts;
    }

    private static List<Reading> sorted(List<Dimension> cut, List<Reading> all) {
        Map<Scope, Reading> byScope = new LinkedHashMap<>();
        for (Reading reading : of(cut.stream().map(Dimension::name).toList(), all))
            if (isFirst(reading)) byScope.merge(reading.scope(), reading, ReadingsRoom::lastComplete);
        return byScope.values().stream()
                .sorted(Comparator.comparingDouble(ReadingsRoom::sortable).reversed())
                .toList();
    }

    private Names names(Map<List<Dimension>, List<Reading>> sorted) {
        Names names = new Names();
        sorted.forEach((cut, rows) -> rows.stream().limit(ROWS).forEach(reading -> {
            for (int i = 0; i < cut.size(); i++) {
                String value = reading.scope().values().get(i);
                cut.get(i).entity().ifPresent(type -> names.ask(type, value));
            }
        }));
        return engine.ask(names::from);
    }

    private static double sortable(Reading reading) {
        double number = number(reading);
        return Double.isNaN(number) ? Double.NEGATIVE_INFINITY : number;
    }

    /** Of calendar periods the last that is over, as the only one that can be compared. */
    private static Reading lastComplete(Reading one, Reading other) {
        if (one.current() != other.current()) return one.current() ? other : one;
        return from(one).isBefore(from(other)) ? other : one;
    }

    private String title(List<String> names) {
        String and = frame.say(" and ", " и ");
        return frame.say("By ", "По ")
                + String.join(and, names.stream().map(this::dimension).toList());
    }

    /** As it goes after "by". */
    private String dimension(String name) {
        return switch (name) {
            case "owner" -> frame.say("seller", "продавцам");
            case "team" -> frame.say("team", "командам");
            case "head" -> frame.say("head", "руководителям");
            case "client" -> frame.say("client", "клиентам");
            case "segment" -> frame.say("segment", "сегментам");
            case "stage" -> frame.say("stage", "этапам");
            case "product" -> frame.say("product", "товарам");
            case "deal" -> frame.say("deal", "сделкам");
            case "employee" -> frame.say("person", "сотрудникам");
            case "line" -> frame.say("product line", "продуктовым линейкам");
            case "channel" -> frame.say("channel", "каналам");
            default -> name;
        };
    }

    private String name(Reading reading, List<Dimension> cut, Names known) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cut.size(); i++) {
            String value = reading.scope().values().get(i);
            Dimension dimension = cut.get(i);
            names.add(
                    value.equals(Scope.UNKNOWN)
                            ? frame.say("not given", "не указано")
                            : dimension
                                    .entity()
                                    .map(type -> known.of(type, value))
                                    .orElseGet(() -> prose.say(standards.model().title(dimension.name(), value))));
        }
        return String.join(" · ", names);
    }

    /** To the deviations of the same part. */
    private static String narrowed(Reading reading) {
        List<String> dimensions = reading.scope().dimensions();
        String value = reading.scope().values().get(0);
        String name = dimensions.size() == 1 ? NARROWED.get(dimensions.get(0)) : null;
        return name == null || value.equals(Scope.UNKNOWN) ? "" : Address.of("/", Map.of(name, value));
    }

    private ReadingsPage.Figure bare(Kpi kpi, String href, List<ReadingsPage.NormOf> norms) {
        return new ReadingsPage.Figure(
                kpi.id(), prose.say(kpi.title()), href, "", "", "", "", "", norms, Optional.empty());
    }

    private ReadingsPage.Figure figure(
            Reading reading, String of, String href, List<ReadingsPage.NormOf> norms, Optional<Trend> trend) {
        Measured measured = reading.measured();
        return new ReadingsPage.Figure(
                reading.definition().id(),
                of,
                href,
                prose.period(reading.period()),
                measured.undefined().isPresent() ? "—" : value(reading),
                parts(measured),
                prose.number(measured.cases()),
                measured.undefined().map(prose::say).orElse(""),
                norms,
                trend);
    }

    private String value(Reading reading) {
        return prose.value(
                new Value(reading.definition().unit(), reading.measured().value()));
    }

    private String parts(Measured measured) {
        Object numerator = measured.numerator();
        Object denominator = measured.denominator();
        if (numerator == null || denominator == null) return "";
        return part(numerator) + frame.say(" of ", " из ") + part(denominator);
    }

    private String part(Object part) {
        if (part instanceof Long money) return prose.glance(money);
        return part instanceof Double number ? prose.number(number) : String.valueOf(part);
    }

    private Map<String, Long> standing() {
        return seen.read(tables -> tables.deviations().counts("rule", Deviations.Filter.STANDING));
    }

    private List<ReadingsPage.NormOf> norms(Kpi kpi, Map<String, Long> standing) {
        List<ReadingsPage.NormOf> norms = new ArrayList<>();
        for (Norm norm : standards.norms().values()) {
            if (!norm.kpi().id().equals(kpi.id())) continue;
            String rule = standards.deviations().values().stream()
                    .filter(each -> each.breaks()
                            .filter(table -> table.norm().id().equals(norm.id()))
                            .isPresent())
                    .map(each -> each.id())
                    .findFirst()
                    .orElse("");
            norms.add(new ReadingsPage.NormOf(
                    prose.say(norm.title()),
                    limits(norm, norm.byDefault())
                            + (norm.overrides().isEmpty()
                                    ? ""
                                    : frame.say("; other for some", "; для некоторых иначе")),
                    rule,
                    standing.getOrDefault(rule, 0L)));
        }
        return norms;
    }

    private String limits(Norm norm, Norm.Levels levels) {
        String sign = norm.breach() == Norm.Breach.ABOVE ? "> " : "< ";
        List<String> said = new ArrayList<>();
        limit(levels.warn().orElse(null)).ifPresent(l -> said.add(frame.say("warning ", "предупреждение ") + sign + l));
        limit(levels.critical().orElse(null)).ifPresent(l -> said.add(frame.say("critical ", "критично ") + sign + l));
        return String.join(", ", said);
    }

    private Optional<String> limit(@Nullable Limit limit) {
        return Optional.ofNullable(limit).map(l -> prose.value(new Value(l.type(), l.boxed())));
    }
}
