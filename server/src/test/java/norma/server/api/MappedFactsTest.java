package norma.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.fact.Catalogue;
import norma.fact.Fact;
import norma.fact.FactType;
import norma.judge.DrlRules;
import norma.server.access.Site;
import norma.server.http.Service;
import norma.server.intake.Mappings;
import norma.server.intake.Rejection;
import norma.server.live.Live;
import norma.server.store.Databases;
import norma.server.store.Store;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and webhooks of other systems, as they send them, through a mapping. */
class MappedFactsTest {

    private static final String DEFINITIONS = """
            schema: 1
            model:
              currency: RUB
              pipelines: { main: [lead, qualification, proposal, negotiation, contract] }
              segments: [b2b, b2g]
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            """;
    private static final String EXPORT = """
            schema: 1
            zone: Europe/Moscow
            currency: RUB
            sources:
              - file: deals.csv
                encoding: windows-1251
                delimiter: ";"
                decimal: ","
                group: " "
                lookups:
                  seller: { file: sellers.csv, key: name, on: Продавец }
                facts:
                  - type: client
                    id: Клиент
                    set: { title: Клиент }
                  - type: deal
                    id: Номер
                    set: { client: Клиент, owner: seller.code, amount: Сумма, stage: Этап, status: open }
            """;
    private static final Charset WINDOWS = Charset.forName("windows-1251");

    @TempDir
    private Path folder;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Standards standards = Definitions.read(
                    List.of(new Source("test.yaml", DEFINITIONS)), Map.of(), new Problems())
            .orElseThrow();
    private final List<String> told = new ArrayList<>();
    private Store store;
    private Live live;
    private Service service;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("export"));
        Files.writeString(folder.resolve("export/mapping.yaml"), EXPORT);
        Files.writeString(folder.resolve("export/sellers.csv"), "code,name\ns1,Первый\ns2,Второй\n");
        for (String crm : List.of("amocrm", "bitrix24")) {
            Files.copy(root().resolve("docs/webhooks/" + crm + ".yaml"), folder.resolve(crm + ".yaml"));
            Files.writeString(folder.resolve(crm + ".secret"), "the-one-before\n" + crm + "-knows-it\n");
        }
        store = Store.open(Databases.sqlite());
        live = Live.start(store, standards, DrlRules.none(), Clock.systemUTC());
        Mappings mappings = Mappings.of(folder, new Mappings.Keeper() {
            @Override
            public void problems(List<Problem> problems) {
                problems.forEach(problem -> told.add(problem.code()));
            }

            @Override
            public void rejected(String mapping, Rejection why) {
                told.add(mapping + " " + why.column() + " " + why.value() + " "
                        + why.code().code());
            }
        });
        service = Service.start(Site.loopback(0), store, live, mappings, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        service.close();
        live.close();
        store.close();
    }

    @Test
    void a_file_is_read_by_its_mapping_and_bad_rows_are_answered_one_by_one() throws Exception {
        HttpResponse<String> response = send("/facts?mapping=export", "text/csv", """
                Номер;Клиент;Продавец;Сумма;Этап
                D1;Северный;Первый;1 250 000,50;proposal
                D2;Северный;Второй;много;proposal
                D3;Южный;Второй;90,00;этап
                D4;Южный;Второй
                D5;Южный;Второй;90,00;lead
                """.getBytes(WINDOWS));
        assertEquals(200, response.statusCode(), response.body());
        JsonNode answer = json.readTree(response.body());
        assertEquals(2, answer.path("accepted").asInt());
        assertEquals(4, answer.path("changes").asInt());
        assertEquals(
                List.of("3 Сумма много not-a-number", "4 Этап этап unknown-value", "5  D4;Южный;Второй ragged"),
                rejected(answer));
        assertEquals(
                "полей 3, а столбцов 5",
                answer.path("rejected").get(2).path("reason").path("ru").asText());
        assertEquals("{amount=12500005000, client=Северный, owner=s1, stage=proposal, status=open}", values("D1"));
        assertEquals("{amount=900000, client=Южный, owner=s2, stage=lead, status=open}", values("D5"));
    }

    @Test
    void the_same_file_again_adds_only_what_has_become_different() throws Exception {
        String file = "Номер;Клиент;Продавец;Сумма;Этап\nD1;Северный;Первый;10,00;lead\nD2;Южный;Второй;10,00;lead\n";
        send("/facts?mapping=export", "text/csv", file.getBytes(WINDOWS));
        assertEquals(4, journal());
        JsonNode again = json.readTree(send("/facts?mapping=export", "text/csv", file.getBytes(WINDOWS))
                .body());
        assertEquals(2, again.path("accepted").asInt());
        assertEquals(0, again.path("changes").asInt());
        assertEquals(4, journal());

        long before = System.currentTimeMillis();
        send(
                "/facts?mapping=export",
                "text/csv",
                file.replace("10,00;lead\n", "10,00;proposal\n").getBytes(WINDOWS));

        assertEquals(6, journal());
        Object entered = fact("D1").type().values(fact("D1")).get("stage_entered_at");
        assertTrue(entered instanceof Long at && at >= before, "it is known since when: " + entered);
    }

    @Test
    void the_same_key_again_reads_the_same_file_once() throws Exception {
        byte[] file = "Номер;Клиент;Продавец;Сумма;Этап\nD1;Северный;Первый;10,00;lead\nD2;Южный;Второй;x;lead\n"
                .getBytes(WINDOWS);
        String first = send("/facts?mapping=export", "text/csv", file, "Idempotency-Key", "night")
                .body();
        String second = send("/facts?mapping=export", "text/csv", file, "Idempotency-Key", "night")
                .body();
        assertEquals(first, second);
        assertEquals(2, journal());
    }

    @Test
    void a_file_that_does_not_fit_its_mapping_is_refused_with_every_problem() throws Exception {
        HttpResponse<String> response =
                send("/facts?mapping=export", "text/csv", "Номер;Заказчик;Сумма\n1;2;3\n".getBytes(WINDOWS));
        assertEquals(400, response.statusCode());
        JsonNode problems = json.readTree(response.body()).path("problems");
        assertTrue(problems.size() >= 3, response.body());
        assertEquals(0, journal());
        assertEquals(404, send("/facts?mapping=other", "text/csv", new byte[0]).statusCode());
        assertEquals(
                404, send("/facts?mapping=..%2Fexport", "text/csv", new byte[0]).statusCode());
        assertEquals(
                400,
                send("/facts?mapping=export", "application/json", new byte[0]).statusCode());
    }

    @Test
    void a_mapping_that_changes_is_read_again_and_one_with_errors_stays_what_it_was() throws Exception {
        byte[] file = "Номер;Клиент;Продавец;Сумма;Этап\nD1;Северный;Первый;10,00;lead\n".getBytes(WINDOWS);
        send("/facts?mapping=export", "text/csv", file);
        Files.writeString(folder.resolve("export/mapping.yaml"), EXPORT.replace("amount: Сумма", "amont: Сумма"));
        assertEquals(200, send("/facts?mapping=export", "text/csv", file).statusCode());
        assertEquals(List.of("unknown-field"), told);
        Files.writeString(folder.resolve("export/mapping.yaml"), EXPORT.replace("status: open", "status: won"));
        send("/facts?mapping=export", "text/csv", file);
        assertEquals("{amount=100000, client=Северный, owner=s1, stage=lead, status=won}", values("D1"));
    }

    @Test
    void amocrm_tells_its_deals() throws Exception {
        JsonNode update = webhook("amocrm", "?secret=amocrm-knows-it", "amocrm-update.form");
        assertEquals(1, update.path("accepted").asInt(), update.toString());
        assertEquals(
                "{amount=2500000000, created_at=1772010000000, owner=501, stage=proposal,"
                        + " stage_entered_at=1772449200000, status=open, title=Поставка насосов}",
                values("7101"));

        JsonNode status = webhook("amocrm", "?secret=the-one-before", "amocrm-status.form");
        assertEquals(2, status.path("accepted").asInt(), status.toString());
        assertEquals(
                "{amount=2500000000, closed_at=1772535600000, created_at=1772010000000, owner=501, stage=proposal,"
                        + " stage_entered_at=1772449200000, status=won, title=Поставка насосов}",
                values("7101"));
        assertEquals("{stage=negotiation, stage_entered_at=1772539200000, status=open}", values("7102"));

        JsonNode late = webhook("amocrm", "?secret=amocrm-knows-it", "amocrm-update.form");
        assertEquals(1, late.path("accepted").asInt());
        assertTrue(values("7101").contains("status=won"), "what comes again, late, changes nothing");
    }

    @Test
    void an_automation_rule_of_bitrix24_tells_what_stands_in_its_address() throws Exception {
        String fields = "?secret=bitrix24-knows-it&stage=EXECUTING&amount=125000.50&owner=user_7&client=45"
                + "&title=%D0%9D%D0%B0%D1%81%D0%BE%D1%81%D1%8B&created=02.03.2026+10%3A15%3A00&closed=15.04.2026";
        JsonNode told = webhook("bitrix24", fields, "bitrix24-rule.form");
        assertEquals(1, told.path("accepted").asInt(), told.toString());
        assertEquals(
                "{amount=1250005000, client=45, created_at=1772435700000, expected_close_at=1776200400000, owner=7,"
                        + " stage=negotiation, status=open, title=Насосы}",
                values("123").replaceAll(" stage_entered_at=\\d+,", ""));
    }

    @Test
    void an_event_of_bitrix24_tells_nothing_but_a_number_and_is_let_in_by_its_token() throws Exception {
        assertEquals(404, hook("bitrix24", "", "bitrix24-event.form").statusCode());
        Files.writeString(folder.resolve("bitrix24.secret"), "token-of-the-outbound-webhook");
        JsonNode told = webhook("bitrix24", "", "bitrix24-event.form");
        assertEquals(0, told.path("accepted").asInt());
        assertEquals(0, journal());
    }

    @Test
    void without_its_secret_nothing_comes_in_and_nothing_is_told() throws Exception {
        for (String address :
                List.of("amocrm", "amocrm?secret=", "amocrm?secret=bitrix24-knows-it", "nothing?secret=x"))
            assertEquals(
                    404,
                    send("/webhooks/" + address, "application/x-www-form-urlencoded", body("amocrm-update.form"))
                            .statusCode());
        Files.delete(folder.resolve("amocrm.secret"));
        assertEquals(
                404,
                hook("amocrm", "?secret=amocrm-knows-it", "amocrm-update.form").statusCode());
        assertEquals(0, journal());
    }

    @Test
    void what_a_webhook_tells_wrongly_is_told_to_whoever_looks_after_the_mappings() throws Exception {
        byte[] body = "leads[add][0][id]=1&leads[add][0][price]=много&leads[add][0][last_modified]=1772449200"
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response =
                send("/webhooks/amocrm?secret=amocrm-knows-it", "application/x-www-form-urlencoded", body);
        assertEquals(200, response.statusCode(), "the same again would be refused again");
        assertEquals(List.of("1 price много not-a-number"), rejected(json.readTree(response.body())));
        assertEquals(List.of("amocrm price много not-a-number"), told);
    }

    private static List<String> rejected(JsonNode answer) {
        List<String> rejected = new ArrayList<>();
        answer.path("rejected")
                .forEach(each -> rejected.add(each.path("row").asInt() + " "
                        + each.path("column").asText() + " "
                        + each.path("value").asText() + " "
                        + each.path("code").asText()));
        return rejected;
    }

    private long journal() {
        return store.<Long>read(tables -> tables.journal().size());
    }

    private Fact fact(String deal) throws Exception {
        FactType type = Catalogue.type("deal").orElseThrow();
        return live.ask(engine -> engine.fact(type, deal).orElseThrow()).get();
    }

    /** Without what the engine counts by itself. */
    private String values(String deal) throws Exception {
        Map<String, Object> values = new java.util.TreeMap<>(fact(deal).type().values(fact(deal)));
        values.keySet().removeAll(List.of("pushes", "peak_amount"));
        return values.toString();
    }

    private JsonNode webhook(String mapping, String parameters, String file) throws Exception {
        HttpResponse<String> response = hook(mapping, parameters, file);
        assertEquals(200, response.statusCode(), response.body());
        return json.readTree(response.body());
    }

    private HttpResponse<String> hook(String mapping, String parameters, String file) throws Exception {
        return send("/webhooks/" + mapping + parameters, "application/x-www-form-urlencoded", body(file));
    }

    private static byte[] body(String file) throws IOException {
        try (InputStream body = Objects.requireNonNull(MappedFactsTest.class.getResourceAsStream(file), file)) {
            return body.readAllBytes();
        }
    }

    private HttpResponse<String> send(String path, String type, byte[] body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + service.port() + "/api/v1" + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static Path root() {
        Path place = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(place.resolve("docs/webhooks"))) place = Objects.requireNonNull(place.getParent());
        return place;
    }
}
