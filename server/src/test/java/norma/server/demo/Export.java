package norma.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The standard demo as a reader of its files sees it: text in, nothing of the generator's own types. */
final class Export {

    static final Predicate<LocalDate> WEEKDAYS =
            day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    static final Map<String, String> FILES = DemoCompany.standard(WEEKDAYS).files();
    static final LocalDate LAST_DAY = DemoCompany.LAST_DAY;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Map<String, List<NamedCsvRecord>> READ = new LinkedHashMap<>();

    private Export() {}

    static JsonNode answers() {
        try {
            return new ObjectMapper().readTree(FILES.get("planted.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a file, without those that the answers say must be rejected. */
    static List<NamedCsvRecord> rows(String file) {
        return READ.computeIfAbsent(file, Export::read);
    }

    private static List<NamedCsvRecord> read(String file) {
        Set<Long> rejected = new LinkedHashSet<>();
        answers().get("rejects").forEach(reject -> {
            if (reject.get("file").asText().equals(file)) {
                rejected.add(reject.get("line").asLong());
            }
        });
        return raw(file).stream()
                .filter(row -> !rejected.contains(row.getStartingLineNumber()))
                .toList();
    }

    static List<NamedCsvRecord> raw(String file) {
        char separator = file.equals("leads.csv") ? ';' : ',';
        return CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(FILES.get(file)).stream()
                .toList();
    }

    /** Identifiers that the answers list for a kind, planted or as controls. */
    static Set<String> ids(String group, String kind) {
        Set<String> ids = new LinkedHashSet<>();
        answers().get(group).forEach(entry -> {
            if (entry.get("kind").asText().equals(kind)) {
                entry.get("ids").forEach(id -> ids.add(id.asText()));
            }
        });
        return ids;
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text.substring(0, 10));
    }

    static LocalDateTime time(String text) {
        return LocalDateTime.parse(text, TIME);
    }

    static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    static long daysAgo(String text) {
        return LAST_DAY.toEpochDay() - day(text).toEpochDay();
    }

    /** Weekdays after the first date up to and including the last day of the export. */
    static long weekdaysSince(LocalDate first) {
        return first.plusDays(1)
                .datesUntil(LAST_DAY.plusDays(1))
                .filter(WEEKDAYS)
                .count();
    }

    static Map<String, List<NamedCsvRecord>> grouped(String file, String column) {
        Map<String, List<NamedCsvRecord>> groups = new LinkedHashMap<>();
        rows(file).forEach(row -> groups.computeIfAbsent(row.getField(column), key -> new ArrayList<>())
                .add(row));
        return groups;
    }
}
