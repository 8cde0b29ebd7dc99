package norma.definitions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import norma.calendar.CalendarBuilder;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Text;
import norma.document.Document;
import norma.document.Form;
import norma.document.Node;

/** A calendar of this library as its dates, read without the engine's own reader of calendars. */
record CalendarFile(
        String id, String zone, List<Holiday> holidays, List<LocalDate> working, List<LocalDate> shortDays) {

    record Holiday(LocalDate date, Text name) {}

    static CalendarFile read(String id) {
        Path file = Path.of("calendars", id + ".yaml");
        Problems problems = new Problems();
        try {
            Node.Mapping root = Document.read(new Source(file.toString(), Files.readString(file)), problems)
                    .orElseThrow(() -> new AssertionError(problems.all()));
            Form calendar = Form.of(root, problems)
                    .form("calendars")
                    .orElseThrow()
                    .form(id)
                    .orElseThrow();
            CalendarFile read = new CalendarFile(
                    id,
                    calendar.word("zone").orElseThrow(),
                    holidays(calendar, problems),
                    dates(calendar, "working"),
                    dates(calendar, "short"));
            assertEquals(List.of(), problems.all());
            return read;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Monday to Friday, 9:00 to 18:00 with an hour for lunch, as all the calendars of the library say. */
    WorkingCalendar calendar() {
        CalendarBuilder builder = WorkingCalendar.named(id)
                .zone(ZoneId.of(zone))
                .hours(LocalTime.of(9, 0), LocalTime.of(18, 0))
                .lunch(LocalTime.of(13, 0), LocalTime.of(14, 0));
        holidays.forEach(holiday -> builder.holiday(holiday.date(), holiday.name()));
        working.forEach(builder::working);
        shortDays.forEach(builder::shortDay);
        return builder.build();
    }

    Set<LocalDate> daysOff() {
        Set<LocalDate> dates = new TreeSet<>();
        holidays.forEach(holiday -> dates.add(holiday.date()));
        return dates;
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private static List<Holiday> holidays(Form calendar, Problems problems) {
        List<Holiday> holidays = new ArrayList<>();
        for (Node node : calendar.list("holidays")) {
            Form entry = Form.of(node, problems).orElseThrow();
            Text name =
                    new Text(entry.word("en").orElseThrow(), entry.word("ru").orElseThrow());
            LocalDate from = entry.date("date").or(() -> entry.date("from")).orElseThrow();
            LocalDate to = entry.date("to").orElse(from);
            from.datesUntil(to.plusDays(1)).forEach(date -> holidays.add(new Holiday(date, name)));
        }
        return holidays;
    }

    private static List<LocalDate> dates(Form calendar, String key) {
        return calendar.scalars(key).stream()
                .map(scalar -> calendar.asDate(scalar).orElseThrow())
                .toList();
    }
}
