package norma.definitions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import norma.calendar.Pauses;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Text;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendars of the library against the working time that the countries published. */
class PublicHolidaysTest {
    private static final Map<String, WorkingCalendar> CALENDARS = calendars("russia", "kazakhstan", "office");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    @ParameterizedTest(name = "{0} {1}-{2}: {3} days, {4} hours")
    @CsvFileSource(resources = "/published-working-time.csv", numLinesToSkip = 1)
    void workingTimeIsAsPublished(String id, int year, int month, long days, double hours) {
        WorkingCalendar calendar = Objects.requireNonNull(CALENDARS.get(id));
        LocalDate first = LocalDate.of(year, Math.max(month, 1), 1);
        LocalDate next = month == 0 ? first.plusYears(1) : first.plusMonths(1);
        long from = calendar.startOf(first);
        long to = calendar.startOf(next);

        assertEquals(days, calendar.workingDays(from - 1, to - 1, Pauses.none()));
        assertEquals(hours, calendar.workingHours(from, to, Pauses.none()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"russia", "kazakhstan"})
    void everyDateIsDeclaredOnceAndForAReason(String id) {
        CalendarFile file = CalendarFile.read(id);
        WorkingCalendar calendar = Objects.requireNonNull(CALENDARS.get(id));
        List<LocalDate> working = file.working();

        assertEquals(file.daysOff().size(), file.holidays().size(), "a date stands twice");
        assertTrue(working.stream().allMatch(CalendarFile::isWeekend), "a weekday is worked anyway");
        assertTrue(working.stream().noneMatch(file.daysOff()::contains), "a date is both worked and a day off");
        assertTrue(file.shortDays().stream().allMatch(calendar::isShort), "a short day is not worked");
    }

    @Test
    void theOfficeWorksAsRussiaDoesUntilTheFirmSaysOtherwise() {
        WorkingCalendar office = Objects.requireNonNull(CALENDARS.get("office"));
        WorkingCalendar russia = Objects.requireNonNull(CALENDARS.get("russia"));
        long from = russia.startOf(LocalDate.of(2024, 1, 1));
        long to = russia.startOf(LocalDate.of(2027, 1, 1));

        assertEquals(new Text("Office", "Офис"), office.title());
        assertEquals(russia.workingHours(from, to, Pauses.none()), office.workingHours(from, to, Pauses.none()));
        assertEquals(russia.stretches(from, to, Pauses.none()), office.stretches(from, to, Pauses.none()));
    }

    /** A moved day off is a weekday, and the day that it was moved from is a day off or a weekend that is worked. */
    @ParameterizedTest
    @ValueSource(strings = {"russia", "kazakhstan"})
    void everyMovedDayOffNamesTheDateThatGaveIt(String id) {
        CalendarFile file = CalendarFile.read(id);
        file.holidays().stream()
                .filter(holiday -> holiday.name().en().startsWith("Day off moved"))
                .forEach(moved -> {
                    int year = moved.date().getYear();
                    boolean named = file.daysOff().stream()
                            .filter(date -> date.getYear() == year && CalendarFile.isWeekend(date))
                            .anyMatch(date -> names(moved, date));
                    boolean worked =
                            file.working().stream().anyMatch(date -> date.getYear() == year && names(moved, date));
                    assertTrue(named || worked, () -> moved.toString());
                    assertTrue(!CalendarFile.isWeekend(moved.date()), () -> moved.toString());
                });
    }

    private static boolean names(CalendarFile.Holiday moved, LocalDate date) {
        return moved.name().en().equals("Day off moved from " + date.format(DAY));
    }

    private static Map<String, WorkingCalendar> calendars(String... ids) {
        // Read alone they are used by nobody, which is a warning.
        Problems problems = new Problems();
        List<Source> sources = Stream.of(ids).map(CalendarFile::source).toList();
        Optional<Standards> read = Definitions.read(sources, Map.of(), problems);
        assertFalse(problems.hasErrors(), () -> problems.all().toString());
        return read.orElseThrow().calendars();
    }
}
