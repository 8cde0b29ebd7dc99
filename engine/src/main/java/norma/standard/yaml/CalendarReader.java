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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.calendar.CalendarBuilder;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.document.Form;
import norma.document.Node;
import norma.document.check.MissingKey;
import norma.document.check.WrongType;
import norma.expression.check.UnknownCalendar;
import norma.standard.Lapse;
import norma.standard.yaml.check.Cycle;
import norma.standard.yaml.check.HolidayOrder;
import norma.standard.yaml.check.HoursOrder;
import norma.standard.yaml.check.UnknownZone;

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

    private static final int LONGEST_HOLIDAY = 366;

    private final Map<String, Node.Entry> entries;
    private final Problems problems;
    private final Map<String, Optional<WorkingCalendar>> read = new LinkedHashMap<>();
    private final Set<String> reading = new HashSet<>();

    CalendarReader(Map<String, Node.Entry> entries, Problems problems) {
        this.entries = entries;
        this.problems = problems;
    }

    Map<String, WorkingCalendar> all() {
        entries.keySet().forEach(this::calendar);
        Map<String, WorkingCalendar> inOrder = new LinkedHashMap<>();
        entries.keySet().forEach(id -> calendar(id).ifPresent(c -> inOrder.put(id, c)));
        return inOrder;
    }

    private Optional<WorkingCalendar> calendar(String id) {
        Optional<WorkingCalendar> known = read.get(id);
        if (known != null) return known;
        Node.Entry entry = entries.get(id);
        if (entry == null) return Optional.empty();
        reading.add(id);
        Optional<WorkingCalendar> built = Form.of(entry.value(), problems).flatMap(form -> build(entry.key(), form));
        read.put(id, built);
        reading.remove(id);
        return built;
    }

    private Optional<WorkingCalendar> build(Node.Scalar id, Form form) {
        CalendarBuilder builder = WorkingCalendar.named(id.text());
        form.text("title").ifPresent(builder::title);
        Optional<WorkingCalendar> parent = form.scalar("extends").flatMap(this::parent);
        parent.ifPresent(builder::extending);
        Optional<ZoneId> zone = form.scalar("zone").flatMap(this::zone);
        zone.ifPresent(builder::zone);
        if (!form.has("zone") && !form.has("extends")) problems.add(MissingKey.oneOf(id.span(), "zone", "extends"));
        if (form.has("week")) builder.week(week(form));
        form.form("hours").ifPresent(hours -> hours(hours, builder));
        form.list("holidays").forEach(node -> Form.of(node, problems).ifPresent(holiday -> holiday(holiday, builder)));
        form.scalars("working").forEach(day -> form.asDate(day).ifPresent(builder::working));
        form.scalars("short").forEach(day -> form.asDate(day).ifPresent(builder::shortDay));
        form.close();
        return zone.isPresent() || parent.isPresent() ? Optional.of(builder.build()) : Optional.empty();
    }

    private Optional<WorkingCalendar> parent(Node.Scalar id) {
        if (reading.contains(id.text())) {
            problems.add(Cycle.calendar(id));
            return Optional.empty();
        }
        Optional<WorkingCalendar> found = calendar(id.text());
        if (found.isEmpty() && !entries.containsKey(id.text())) problems.add(UnknownCalendar.of(id, entries.keySet()));
        return found;
    }

    private Optional<ZoneId> zone(Node.Scalar scalar) {
        try {
            return Optional.of(ZoneId.of(scalar.text()));
        } catch (DateTimeException e) {
            problems.add(UnknownZone.of(scalar, ZoneId.getAvailableZoneIds()));
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
        Optional<LocalTime> lunchFrom = hours.scalar("lunch_from").flatMap(this::time);
        Optional<LocalTime> lunchTo = hours.scalar("lunch_to").flatMap(this::time);
        if (hours.has("lunch_from") != hours.has("lunch_to"))
            problems.add(
                    hours.has("lunch_from")
                            ? MissingKey.beside(hours.span(), "lunch_from", "lunch_to")
                            : MissingKey.beside(hours.span(), "lunch_to", "lunch_from"));
        hours.scalar("short_by").flatMap(this::shortBy).ifPresent(builder::shortBy);
        hours.close();
        if (from.isEmpty() || to.isEmpty()) return;
        boolean lunch = lunchFrom.isPresent() && lunchTo.isPresent();
        List<LocalTime> order =
                lunch ? List.of(from.get(), lunchFrom.get(), lunchTo.get(), to.get()) : List.of(from.get(), to.get());
        if (!rises(order)) {
            problems.add(HoursOrder.of(hours.span()));
            return;
        }
        builder.hours(from.get(), to.get());
        if (lunch) builder.lunch(lunchFrom.get(), lunchTo.get());
    }

    /** Midnight as the last of them is the end of the day. */
    private static boolean rises(List<LocalTime> times) {
        for (int i = 1; i < times.size(); i++) {
            boolean endOfDay = i == times.size() - 1 && times.get(i).equals(LocalTime.MIDNIGHT);
            if (!endOfDay && !times.get(i).isAfter(times.get(i - 1))) return false;
        }
        return true;
    }

    private Optional<Duration> shortBy(Node.Scalar scalar) {
        Optional<Lapse> lapse = Phrases.lapse(scalar, problems);
        boolean hours = lapse.filter(l -> l.unit() == Lapse.Unit.HOURS).isPresent();
        if (lapse.isPresent() && !hours)
            problems.add(WrongType.of(scalar, new Text("a time in hours, such as 1h", "время в часах, например 1h")));
        return lapse.filter(l -> hours).map(l -> Duration.ofHours(l.amount()));
    }

    private Optional<LocalTime> time(Node.Scalar scalar) {
        try {
            return Optional.of(LocalTime.parse(scalar.text()));
        } catch (DateTimeParseException e) {
            problems.add(WrongType.of(scalar, new Text("a time of day, such as 09:00", "время суток, например 09:00")));
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
            if (form.has("date")) return;
            if (!form.has("from") && !form.has("to")) problems.add(MissingKey.oneOf(form.span(), "date", "from"));
            else if (!form.has("to")) problems.add(MissingKey.beside(form.span(), "from", "to"));
            else if (!form.has("from")) problems.add(MissingKey.beside(form.span(), "to", "from"));
            return;
        }
        if (to.get().isBefore(from.get()) || to.get().isAfter(from.get().plusDays(LONGEST_HOLIDAY))) {
            problems.add(HolidayOrder.of(form.span(), LONGEST_HOLIDAY));
            return;
        }
        Text name = new Text(en.orElse(""), ru.orElse(""));
        for (LocalDate day = from.get(); !day.isAfter(to.get()); day = day.plusDays(1)) builder.holiday(day, name);
    }
}
