package norma;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import norma.deviation.Deviation;
import norma.diagnostics.Printer;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.judge.DrlRules;
import norma.measure.Reading;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.jspecify.annotations.Nullable;

/** A small firm for tests: definitions as text, facts by a few words, times in Moscow. */
public final class Firm {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    static final String MODEL = """
            schema: 1
            model:
              currency: RUB
              pipelines: { main: [lead, proposal, negotiation] }
              segments: [b2b, b2g]
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            """;

    private Firm() {}

    public static Standards standards(String... definitions) {
        return standards(DrlRules.none(), definitions);
    }

    public static Standards standards(DrlRules rules, String... definitions) {
        return read(rules, MODEL, definitions);
    }

    /** @param model instead of {@link #MODEL} */
    static Standards standardsOf(String model, String... definitions) {
        return read(DrlRules.none(), model, definitions);
    }

    private static Standards read(DrlRules rules, String model, String... definitions) {
        List<Source> sources = new ArrayList<>();
        sources.add(new Source("model.yaml", model));
        for (String text : definitions)
            sources.add(new Source("test" + sources.size() + ".yaml", "schema: 1\n" + text));
        Problems problems = new Problems();
        return Definitions.read(sources, rules.declared(), problems)
                .orElseThrow(() -> new AssertionError(new Printer(Locale.ENGLISH).print(problems.all())));
    }

    public static DrlRules drl(String text) {
        Problems problems = new Problems();
        return DrlRules.compile(List.of(new Source("test.drl", text)), problems)
                .orElseThrow(() -> new AssertionError(new Printer(Locale.ENGLISH).print(problems.all())));
    }

    /** {@code 2026-03-02T12:00} or {@code 2026-03-02}, in Moscow. */
    public static long at(String local) {
        LocalDateTime time = local.length() == 10 ? LocalDate.parse(local).atStartOfDay() : LocalDateTime.parse(local);
        return time.atZone(MOSCOW).toInstant().toEpochMilli();
    }

    /** @param set names and values in turn; a text that looks like a date is a time */
    public static Change change(String type, String id, String at, @Nullable Object... set) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < set.length; i += 2) values.put(String.valueOf(set[i]), value(set[i + 1]));
        long time = at.equals("start") ? Change.START : at(at);
        return new Change(Catalogue.type(type).orElseThrow(), id, time, values);
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof String text && text.matches("\\d{4}-\\d{2}-\\d{2}.*")) return at(text);
        return value instanceof Integer roubles ? (Object) (roubles * 10_000L) : value;
    }

    public static Engine engine(String now, Standards standards) {
        return Engine.at(at(now), standards, DrlRules.none());
    }

    /** {@code deal_stuck D1 warn}, for each. */
    public static List<String> words(List<Deviation> deviations) {
        return deviations.stream()
                .map(d -> d.rule() + " " + d.subject().id() + " " + d.severity().word())
                .sorted()
                .toList();
    }

    /** Every reading, in order. */
    public static String readings(Engine engine) {
        List<String> lines = new ArrayList<>();
        for (Reading reading : engine.readings())
            lines.add(reading.getKpi() + " " + reading.scope() + " " + reading.period() + " " + reading.measured());
        return String.join("\n", lines.stream().sorted().toList());
    }

    /** Every deviation with its value, worst first. */
    public static String deviations(Engine engine) {
        List<String> lines = new ArrayList<>();
        for (Deviation deviation : engine.deviations())
            lines.add(
                    deviation.id() + " " + deviation.severity() + " " + deviation.value() + " " + deviation.normRow());
        return String.join("\n", lines);
    }

    /** Everything that an engine tells of itself. */
    public static String state(Engine engine) {
        StringBuilder state = new StringBuilder(readings(engine)).append('\n').append(deviations(engine));
        engine.deviations().forEach(d -> state.append('\n').append(d));
        engine.decisions().forEach(d -> state.append('\n').append(d));
        engine.failures().forEach(f -> state.append('\n').append(f));
        Catalogue.TYPES.forEach(
                type -> engine.facts(type).forEach(f -> state.append('\n').append(f)));
        return state.toString();
    }
}
