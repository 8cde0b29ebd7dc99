package norma.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import norma.diagnostics.Text;

/**
 * A generated company: about 2,000 deals, 200 clients and 20 sellers over twelve months, with problems planted in it.
 *
 * <p>The same seed, date and calendar give the same bytes on every machine. Nothing in it is about anybody real.
 */
public final class DemoCompany {

    /** The seed of the demo that everybody sees. */
    public static final long SEED = 20_261_120L;
    /** The last day of the demo, a Friday. */
    public static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);

    public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    public static final Text TITLE = new Text("Generated demo company", "Сгенерированная демонстрационная компания");

    private static final LocalTime CLOSING = LocalTime.of(18, 0);
    private static final List<String> SHIPPED_FILES = List.of("GENERATED.md", "mapping.yaml");

    private final Setting setting;
    private final List<Planted> planted;
    private final Flaws flaws;

    /**
     * @param seed the same seed gives the same company
     * @param lastDay the day on which the export was made
     * @param workingDay true for the working days of the office, over all the generated months and two months around them
     * @throws IllegalArgumentException when the last day is not a working day, or the calendar has a gap of two months
     */
    public DemoCompany(long seed, LocalDate lastDay, Predicate<LocalDate> workingDay) {
        if (!workingDay.test(lastDay)) {
            throw new IllegalArgumentException("the last day of the demo must be a working day, not " + lastDay);
        }
        setting = new Setting(seed, lastDay, new OfficeDays(workingDay));
        Staff staff = new Staff(setting);
        Absences absences = new Absences(setting, staff);
        Clients clients = new Clients(setting, staff);
        Deals deals = new Deals(setting, staff, clients);
        Sales sales = new Sales(setting, clients, deals);
        ClientCare care = new ClientCare(setting, clients);
        planted = Answers.planted(staff, clients, deals);
        flaws = new Flaws(List.of(
                staff.teams(),
                staff.employees(),
                absences.table(),
                Product.table(),
                ClientCards.clients(setting, clients, sales),
                ClientCards.contacts(setting, clients),
                deals.cards(),
                deals.history(),
                new Holds(setting, deals).table(),
                new Activities(setting, staff, absences, clients, deals).table(),
                sales.table(),
                new ServiceCosts(setting, sales).table(),
                Expenses.table(setting),
                Leads.table(setting, staff, deals),
                new Plans(setting, staff, sales).table(),
                new Reports(setting, staff, absences).table(),
                care.complaints(),
                care.surveys()));
    }

    /** The demo with the default seed that ends on {@link #LAST_DAY}. */
    public static DemoCompany standard(Predicate<LocalDate> workingDay) {
        return new DemoCompany(SEED, LAST_DAY, workingDay);
    }

    /** The moment of the export: the close of business of the last day. Nothing that is recorded is later. */
    public Instant asOf() {
        return setting.asOf().atTime(CLOSING).atZone(ZONE).toInstant();
    }

    /** What a rule must find, and the controls that it must not. */
    public List<Planted> planted() {
        return planted;
    }

    /** Every file of the export by its name, in a fixed order. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        SHIPPED_FILES.forEach(name -> files.put(name, shipped(name)));
        flaws.tables().forEach(table -> files.put(table.file(), table.text()));
        files.put("planted.json", Answers.json(setting, TITLE.en(), planted, flaws.all()));
        return files;
    }

    /**
     * Writes every file into the folder, which is made when absent; files of the same name are replaced.
     *
     * @throws IOException when the folder cannot be written
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
        }
    }

    private static String shipped(String name) {
        try (InputStream in = Objects.requireNonNull(DemoCompany.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
