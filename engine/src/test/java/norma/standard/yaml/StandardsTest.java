package norma.standard.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import norma.diagnostics.Printer;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.expression.Nowhere;
import norma.expression.Type;
import norma.fact.Deal;
import norma.fact.Fact;
import norma.fact.Money;
import norma.standard.Kpi;
import norma.standard.Limit;
import norma.standard.Message;
import norma.standard.NormTable;
import norma.standard.Over;
import norma.standard.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What definitions mean once they are read. */
class StandardsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);

    private static final String FIRM = """
        schema: 1
        calendars: { office: { zone: Europe/Moscow } }
        model:
          currency: RUB
          pipelines: { main: [lead, proposal, contract] }
          attributes: { deal: { region: { type: text, values: [west, east] } } }
        """;

    private static final String NORM = """
        kpis:
          size: { title: { en: Size, ru: Размер }, of: deal, value: amount }
        norms:
          size_limit:
            kpi: size
            breach: above
            default: { warn: 100, critical: 200, clear_at: 90 }
            precedence: [owner, region + stage, stage]
            overrides:
              - { where: { stage: [lead, proposal] }, warn: 10 }
              - { where: { stage: proposal, region: [west, east] }, warn: 20 }
              - { where: { owner: e17 }, warn: 30, until: 2026-03-16, reason: probation }
              - { where: { owner: e17 }, warn: 40, until: 2026-03-20 }
              - { where: { owner: e18 }, critical: 50, until: 2026-03-15 }
        deviations:
          large:
            on: deal
            breaks: size_limit
            message: { en: "{deal.title}: {value} over { limit } in {stage}", ru: "{severity} {norm}" }
        """;

    private static Standards read(String... files) {
        List<Source> sources = new ArrayList<>();
        for (String file : files) sources.add(new Source("file" + sources.size(), file));
        Problems problems = new Problems();
        Optional<Standards> read = Definitions.read(sources, Map.of(), problems);
        assertFalse(problems.hasErrors(), () -> new Printer(Locale.ENGLISH).print(problems.all()));
        return read.orElseThrow();
    }

    private static Standards standards(String definitions) {
        return read(FIRM + definitions);
    }

    private static Fact deal(String... fields) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) values.put(fields[i], fields[i + 1]);
        return Deal.TYPE.make("d", values);
    }

    private static NormTable table() {
        return standards(NORM).deviations().get("large").breaks().orElseThrow();
    }

    private static String row(LocalDate day, String... fields) {
        NormTable.Row row = table().row(deal(fields), Nowhere.SCENE, day);
        return row.label() + " " + row.where() + " " + warn(row);
    }

    private static String warn(NormTable.Row row) {
        return row.levels().warn().map(StandardsTest::units).orElse("-");
    }

    private static String units(Limit limit) {
        return BigDecimal.valueOf(limit.whole(), Money.SCALE)
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void theFirstSetOfDimensionsWins() {
        assertEquals("default [] 100", row(TODAY, "stage", "contract"));
        assertEquals("stage [lead] 10", row(TODAY, "stage", "lead", "region", "west"));
        assertEquals("region + stage [west, proposal] 20", row(TODAY, "stage", "proposal", "region", "west"));
        assertEquals("stage [proposal] 10", row(TODAY, "stage", "proposal"));
        assertEquals("owner [e17] 30", row(TODAY, "stage", "proposal", "region", "west", "owner", "e17"));
        assertEquals("default [] 100", row(TODAY));
    }

    @Test
    void aListOfValuesIsARowForEach() {
        assertEquals("region + stage [east, proposal] 20", row(TODAY, "stage", "proposal", "region", "east"));
        assertEquals(8, standards(NORM).norms().get("size_limit").overrides().size() + 1);
    }

    @Test
    void aRowAppliesThroughItsLastDayAndTheNextForTheSameFollows() {
        assertEquals("owner [e17] 30", row(TODAY, "owner", "e17"));
        assertEquals("owner [e17] 40", row(TODAY.plusDays(1), "owner", "e17"));
        assertEquals("default [] 100", row(TODAY.plusDays(5), "owner", "e17"));
        assertEquals("owner [e18] -", row(TODAY.minusDays(1), "owner", "e18"));
        assertEquals("default [] 100", row(TODAY, "owner", "e18"));
        assertEquals(Optional.of(TODAY), table().nextEnd(TODAY));
        assertEquals(Optional.of(TODAY.plusDays(4)), table().nextEnd(TODAY.plusDays(1)));
        assertEquals(Optional.empty(), table().nextEnd(TODAY.plusDays(5)));
    }

    @Test
    void thoseThatLostAreToldAfterTheOneThatApplies() {
        Fact deal = deal("stage", "proposal", "region", "west", "owner", "e17");

        List<String> candidates = table().candidates(deal, Nowhere.SCENE, TODAY.plusDays(1)).stream()
                .map(row -> row.label() + " " + warn(row)
                        + row.reason().map(r -> " " + r).orElse(""))
                .toList();

        assertEquals(
                List.of("owner 40", "region + stage 20", "stage 10", "default 100", "owner 30 probation"), candidates);
    }

    @Test
    void withoutPrecedenceTheLargerSetWins() {
        Standards standards = standards(NORM.replace("    precedence: [owner, region + stage, stage]\n", ""));

        assertEquals(
                List.of(List.of("stage", "region"), List.of("stage"), List.of("owner")),
                standards.norms().get("size_limit").precedence());
    }

    @Test
    void aRowSaysOnlyWhatItSays() {
        NormTable.Row row = table().row(deal("owner", "e17"), Nowhere.SCENE, TODAY);

        assertEquals(Optional.empty(), row.levels().critical());
        assertEquals(Optional.of("90"), table().byDefault().levels().clearAt().map(StandardsTest::units));
    }

    @Test
    void aMessageIsWordsAndPlaces() {
        Message message = standards(NORM).deviations().get("large").message();

        assertEquals(
                List.of("<title>", ": ", "<value>", " over ", "<limit>", " in ", "<stage: stage>"),
                parts(message.en()));
        assertEquals(List.of("<severity>", " ", "<norm>"), parts(message.ru()));
    }

    private static List<String> parts(Message.Template template) {
        return template.parts().stream()
                .map(part -> part instanceof Message.Part.Words words ? words.text() : place((Message.Part.Place) part))
                .toList();
    }

    private static String place(Message.Part.Place place) {
        return "<" + place.name()
                + place.value().map(value -> ": " + value.text()).orElse("") + ">";
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "value: amount; MONEY",
                "value: amount / peak_amount; PERCENT",
                "'value: amount / peak_amount, unit: number'; NUMBER",
                "value: probability; PERCENT",
                "value: pushes; COUNT",
                "value: pushes * 1.5; NUMBER",
                "value: created_at; TIME",
                "value: stage; TEXT",
                "'value: \"working_days(created_at, now, office)\"'; WORKING_DAYS",
                "'value: \"days(created_at, now)\"'; DAYS",
                "count: all; COUNT",
                "count: status = won; COUNT",
                "sum: amount; MONEY",
                "mean: amount; MONEY",
                "mean: pushes; NUMBER",
                "median: pushes; NUMBER",
                "max: created_at; TIME",
                "max: pushes; COUNT",
                "distinct: owner; COUNT",
                "'quantile: { of: amount, q: 0.9 }'; MONEY",
                "'ratio: { count: status = won, to: all }'; PERCENT",
                "'ratio: { sum: amount, to: pushes }'; MONEY",
                "'conversion: { from: lead, to: contract, within: 30d }'; PERCENT",
                "'survival: { from: created_at, to: closed_at, in: working_days }'; WORKING_DAYS",
                "'survival: { from: created_at, to: closed_at, in: hours }'; HOURS",
                "'weighted_sum: { value: amount, weight: probability }'; MONEY",
                "'abc: { item: owner, measure: amount, breaks: [80, 95] }'; TEXT",
                "'share: { sum: amount, by: owner }'; PERCENT"
            })
    void theUnitOfAKpiFollowsFromHowItIsMeasured(String method, String kind) {
        Kpi kpi = standards("kpis: { k: { title: { en: K, ru: К }, of: deal, " + method + " } }")
                .kpis()
                .get("k");

        assertEquals(kind, kpi.unit().kind().name());
    }

    @Test
    void aFormulaTakesItsFactsCutsAndPeriodsFromTheKpiThatItNamesFirst() {
        Kpi formula =
                standards("""
                    kpis:
                      part: { title: { en: Part, ru: Доля }, formula: won / begun }
                      won_: { title: { en: Won, ru: Выиграно }, of: deal, count: status = won, at: closed_at, by: [owner], over: [month] }
                      begun: { title: { en: Begun, ru: Начато }, of: deal, count: all, at: created_at, by: [owner, stage], over: [month, year] }
                    """.replace("won / begun", "won_ / begun")).kpis().get("part");

        assertEquals(Deal.TYPE, formula.of());
        assertEquals(Type.PERCENT, formula.unit());
        assertEquals(
                List.of(List.of("owner")),
                formula.by().stream()
                        .map(cut ->
                                cut.stream().map(dimension -> dimension.name()).toList())
                        .toList());
        assertEquals(List.of("month"), formula.over().stream().map(Over::name).toList());
    }

    @Test
    void neitherTheOrderOfDefinitionsNorThatOfFilesMatters() {
        List<String> files = new ArrayList<>(List.of(
                FIRM,
                "schema: 1\nkpis: { a: { title: { en: A, ru: А }, of: deal, value: b * 2 } }",
                "schema: 1\nkpis: { b: { title: { en: B, ru: Б }, of: deal, value: c + 1 } }",
                "schema: 1\nkpis: { c: { title: { en: C, ru: В }, of: deal, value: amount } }",
                "schema: 1\nnorms: { n: { kpi: a, breach: above, default: { warn: 5 } } }",
                "schema: 1\ndeviations: { d: { on: deal, breaks: n, message: { en: '{a}', ru: '{b}' } } }",
                "schema: 1\ndecisions: { s: { when: d, phase: plan, ladder: [{ at: warn, do: x, to: owner }] } }"));
        Random random = new Random(7);
        String version = read(files.toArray(String[]::new)).version();
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(files, random);
            Standards standards = read(files.toArray(String[]::new));

            assertEquals(version, standards.version());
            assertEquals(Type.MONEY, standards.kpis().get("a").unit());
            assertEquals(
                    "n",
                    standards
                            .deviations()
                            .get("d")
                            .breaks()
                            .orElseThrow()
                            .norm()
                            .id());
            assertEquals(1, standards.decisions().size());
        }
    }

    @Test
    void theVersionIsThatOfTheTextsWhateverTheirFilesAreCalled() {
        Source firm = new Source("a.yaml", FIRM);
        Source norm = new Source("b.yaml", "schema: 1\n" + NORM);
        String version = version(firm, norm);

        assertEquals(version, version(norm, firm));
        assertEquals(version, version(new Source("x", FIRM), new Source("y", "schema: 1\n" + NORM)));
        assertNotEquals(version, version(firm, new Source("b.yaml", "schema: 1\n" + NORM.replace("90", "91"))));
    }

    private static String version(Source... sources) {
        return Definitions.read(Arrays.asList(sources), Map.of(), new Problems())
                .orElseThrow()
                .version();
    }
}
