package norma.definitions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Text;
import norma.document.Document;
import norma.document.Form;
import norma.document.Node;

/** The dates that a calendar of this library declares, as they stand in its file. */
record CalendarFile(List<Holiday> holidays, List<LocalDate> working, List<LocalDate> shortDays) {

    record Holiday(LocalDate date, Text name) {}

    static CalendarFile read(String id) {
        Problems problems = new Problems();
        Node.Mapping root = Document.read(source(id), problems).orElseThrow(() -> new AssertionError(problems.all()));
        Form calendars = Form.of(root, problems).form("calendars").orElseThrow();
        Form calendar = calendars.form(id).orElseThrow();
        CalendarFile read =
                new CalendarFile(holidays(calendar, problems), dates(calendar, "working"), dates(calendar, "short"));
        assertEquals(List.of(), problems.all());
        return read;
    }

    static Source source(String id) {
        Path file = Path.of("calendars", id + ".yaml");
        try {
            return new Source(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
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
