package norma.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCompanyTest {

    /** Changes when the generator changes, and only then: the demo is the same company on every machine and JDK. */
    private static final String DIGEST = "9d909eceb06d3baf6bf012237c0fbf4b7142879f0c4eedc3f8722621fb79a7d7";

    @Test
    void theSameSeedGivesTheSameBytes() throws NoSuchAlgorithmException {
        assertEquals(Export.FILES, DemoCompany.standard(Export.WEEKDAYS).files());
        assertEquals(DIGEST, digest(Export.FILES));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7})
    void anotherSeedGivesAnotherCompanyWithTheSameProblems(long seed) {
        DemoCompany other = new DemoCompany(seed, DemoCompany.LAST_DAY, Export.WEEKDAYS);

        assertNotEquals(Export.FILES.get("deals.csv"), other.files().get("deals.csv"));
        assertEquals(problems(DemoCompany.standard(Export.WEEKDAYS)), problems(other));
    }

    private static List<String> problems(DemoCompany company) {
        return company.planted().stream()
                .map(planted -> planted.kind() + " " + planted.ids().size())
                .toList();
    }

    @Test
    void theMachinesLocaleAndZoneDoNotMatter() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertEquals(Export.FILES, DemoCompany.standard(Export.WEEKDAYS).files());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void everyFileIsWrittenAsUtf8(@TempDir Path folder) throws IOException {
        Path demo = folder.resolve("demo");
        DemoCompany.standard(Export.WEEKDAYS).write(demo);

        for (Map.Entry<String, String> file : Export.FILES.entrySet()) {
            assertEquals(file.getValue(), Files.readString(demo.resolve(file.getKey()), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theFolderSaysThatItIsGenerated() {
        assertTrue(Export.FILES.get("GENERATED.md").contains("There is no such company"));
        assertTrue(Export.answers().get("generated").asBoolean());
        assertTrue(DemoCompany.TITLE.en().startsWith("Generated"));
    }

    @Test
    void theExportIsMadeAtTheCloseOfBusinessInMoscow() {
        assertEquals(
                Instant.parse("2026-11-20T15:00:00Z"),
                DemoCompany.standard(Export.WEEKDAYS).asOf());
    }

    @Test
    void theLastDayMustBeAWorkingDay() {
        LocalDate sunday = LocalDate.of(2026, 11, 22);
        assertThrows(IllegalArgumentException.class, () -> new DemoCompany(1, sunday, Export.WEEKDAYS));
    }

    /** Of what is generated; the two files that are shipped as they are may be reworded. */
    private static String digest(Map<String, String> files) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        files.forEach((name, text) -> {
            if (name.endsWith(".csv")) {
                digest.update((name + "\n" + text).getBytes(StandardCharsets.UTF_8));
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
