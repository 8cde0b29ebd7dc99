package norma.standard.yaml;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.calendar.CalendarBuilder;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.document.Form;
import norma.document.Node;

/** Reads working calendars; one may extend another. */
final class CalendarReader {

    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "mon", DayOfWeek.MONDAY,
            "tue", DayOfWeek.TUESDAY,
            "wed", DayOfWeek.WEDNESDAY,
            "thu", DayOfWeek.THURSDAY,
            "fri", DayOfWeek.FRIDAY,
            "sat", DayOfWeek.SATURDAY,
            "sun", DayOfWeek.SUNDAY);

    private final Map<String, Node.Entry> entries;
    private final Problems problems;
    private final Map<String, WorkingCalendar> read = new LinkedHashMap<>();
    private final Set<String> reading = new HashSet<>();

    CalendarReader(Map<String, Node.Entry> entries, Problems problems) {
        this.entries = entries;
        this.problems = problems;
    }

    Map<String, WorkingCalendar> all() {
        entries.keySet().forEach(this::calendar);
        Map<String, WorkingCalendar> inOrder = new LinkedHashMap<>();
        entries.keySet().forEach(id -> Optional.ofNullable(read.get(id)).ifPresent(c -> inOrder.put(id, c)));
        return inOrder;
    }

    private Optional<WorkingCalendar> calendar(String id) {
        if (read.containsKey(id)) return Optional.of(read.get(id));
        Node.Entry entry = entries.get(id);
        if (entry == null) return Optional.empty();
        if (!reading.add(id)) {
            problems.error(
                    "cycle",
                    entry.key().span(),
                    new Text("calendar '" + id + "' extends itself", "календарь «" + id + "» расширяет сам себя"));
            return Optional.empty();
        }
        Optional<WorkingCalendar> built = Form.of(entry.value(), problems).map(form -> build(id, form));
        built.ifPresent(calendar -> read.put(id, calendar));
        reading.remove(id);
        return built;
    }

    private WorkingCalendar build(String id, Form form) {
        CalendarBuilder builder = WorkingCalendar.named(id);
        form.text("title").ifPresent(builder::title);
        form.scalar("extends").ifPresent(parent -> {
            Optional<WorkingCalendar> found = calendar(parent.text());
            found.ifPresent(builder::extending);
            if (found.isEmpty() && !entries.containsKey(parent.text()))
                problems.add(Problem.error(
                                "unknown-calendar",
                                parent.span(),
                                new Text(
                                        "there is no calendar '" + parent.text() + "'",
                                        "нет календаря «" + parent.text() + "»"))
                        .allowing(parent.text(), entries.keySet()));
        });
        form.scalar("zone").flatMap(this::zone).ifPresent(builder::zone);
        if (form.has("week")) builder.week(week(form));
        form.form("hours").ifPresent(hours -> hours(hours, builder));
        form.list("holidays").forEach(node -> Form.of(node, problems).ifPresent(holiday -> holiday(holiday, builder)));
        form.scalars("working").forEach(day -> form.asDate(day).ifPresent(builder::working));
        form.scalars("short").forEach(day -> form.asDate(day).ifPresent(builder::shortDay));
        form.close();
        return builder.build();
    }

    private Optional<ZoneId> zone(Node.Scalar scalar) {
        try {
            return Optional.of(ZoneId.of(scalar.text()));
        } catch (DateTimeException e) {
            problems.add(Problem.error(
                            "wrong-type",
                            scalar.span(),
                            new Text(
                                    "'" + scalar.text() + "' is no time zone",
                                    "«" + scalar.text() + "» — не часовой пояс"))
                    .allowing(scalar.text(), ZoneId.getAvailableZoneIds()));
            return Optional.empty();
        }
    }

    private Set<DayOfWeek> week(Form form) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        form.scalars("week").forEach(day -> Form.choose(day, DAYS, problems).ifPresent(days::add));
        return days;
    }

    private void hours(Form hours, CalendarBuilder builder) {
        Optional<LocalTime> from = hours.requiredScalar("from").flatMap(this::time);
        Optional<LocalTime> to = hours.requiredScalar("to").flatMap(this::time);
        if (from.isPresent() && to.isPresent()) builder.hours(from.get(), to.get());
        Optional<LocalTime> lunchFrom = hours.scalar("lunch_from").flatMap(this::time);
        Optional<LocalTime> lunchTo = hours.scalar("lunch_to").flatMap(this::time);
        if (lunchFrom.isPresent() && lunchTo.isPresent()) builder.lunch(lunchFrom.get(), lunchTo.get());
        hours.scalar("short_by")
                .flatMap(s -> Phrases.lapse(s, problems))
                .ifPresent(lapse -> builder.shortBy(Duration.ofHours(lapse.amount())));
        hours.close();
    }

    private Optional<LocalTime> time(Node.Scalar scalar) {
        try {
            return Optional.of(LocalTime.parse(scalar.text()));
        } catch (DateTimeParseException e) {
            problems.error(
                    "wrong-type",
                    scalar.span(),
                    new Text(
                            "'" + scalar.text() + "' is not a time of day, such as 09:00",
                            "«" + scalar.text() + "» — не время суток, например 09:00"));
            return Optional.empty();
        }
    }

    private void holiday(Form form, CalendarBuilder builder) {
        Optional<LocalDate> date = form.date("date");
        Optional<LocalDate> from = date.isPresent() ? date : form.date("from");
        Optional<LocalDate> to = date.isPresent() ? date : form.date("to");
        Optional<String> en = form.requiredScalar("en").map(Node.Scalar::text);
        Optional<String> ru = form.requiredScalar("ru").map(Node.Scalar::text);
        form.close();
        if (from.isEmpty() || to.isEmpty()) {
            if (!form.has("date") && !(form.has("from") && form.has("to")))
                problems.error(
                        "missing-key",
                        form.span(),
                        new Text(
                                "'date', or 'from' and 'to', is missing here",
                                "здесь нет ключа «date» или «from» и «to»"));
            return;
        }
        Text name = new Text(en.orElse(""), ru.orElse(""));
        for (LocalDate day = from.get(); !day.isAfter(to.get()); day = day.plusDays(1)) builder.holiday(day, name);
    }
}
