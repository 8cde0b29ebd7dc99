package norma.server.notify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.calendar.Pauses;
import norma.calendar.WorkingCalendar;
import norma.server.report.Told;
import norma.server.store.Deviations;
import norma.server.store.Events;
import norma.server.store.Outbox;
import norma.server.store.Tables;
import org.jspecify.annotations.Nullable;

/** Goes through events and tells which recipients of which routes are to hear of them, and when. */
final class Sorting {

    private final Routes routes;
    private final Staff staff;
    private final WorkingCalendar calendar;
    private final Tables tables;
    private final Set<List<String>> silenced = new HashSet<>();
    private final Map<Outbox.Group, Long> due = new HashMap<>();

    Sorting(Routes routes, Staff staff, WorkingCalendar calendar, Tables tables) {
        this.routes = routes;
        this.staff = staff;
        this.calendar = calendar;
        this.tables = tables;
        tables.outbox().silenced().forEach(each -> silenced.add(List.of(each.route(), each.recipient())));
    }

    List<Outbox.Notice> of(List<Events.Event> events) {
        List<Outbox.Notice> notices = new ArrayList<>();
        for (Events.Event event : events) {
            Deviations.@Nullable Row row = row(event);
            for (Route route : routes.routes())
                if (route.digest().isEmpty() && concerns(route, event, row)) add(route, event, row, notices);
        }
        return notices;
    }

    private Deviations.@Nullable Row row(Events.Event event) {
        Long number = event.deviation();
        return number == null ? null : tables.deviations().number(number).orElse(null);
    }

    /** How bad it is, is as it was when it happened; the rest is as it is now. */
    private static boolean concerns(Route route, Events.Event event, Deviations.@Nullable Row row) {
        if (!route.on().contains(event.kind())) return false;
        Told told = Told.of(event.body());
        for (Map.Entry<String, Set<String>> condition : route.when().entrySet()) {
            String column = condition.getKey();
            boolean then = column.equals("severity") && told.has("severity");
            String value = row == null || then ? told.word(column) : Columns.value(row, column);
            if (value == null || !condition.getValue().contains(value)) return false;
        }
        return true;
    }

    private void add(Route route, Events.Event event, Deviations.@Nullable Row row, List<Outbox.Notice> notices) {
        for (String recipient : recipients(route, row)) {
            if (isSilenced(route, recipient)) continue;
            Outbox.Group group = new Outbox.Group(route.id(), recipient, part(route, row));
            long at = due.computeIfAbsent(
                    group, any -> tables.outbox().due(group).orElseGet(() -> due(route, event.at())));
            notices.add(new Outbox.Notice(
                    0, route.id(), recipient, group.part(), event.seq(), event.deviation(), event.at(), at));
        }
    }

    /** What was told and nobody has taken notice of since. */
    List<Outbox.Notice> repeated(Route route, long now) {
        Optional<Pause> after = route.repeatAfter();
        if (after.isEmpty()) return List.of();
        List<Outbox.Notice> again = new ArrayList<>();
        for (Outbox.Notice last : tables.outbox().unheard(route.id())) {
            if (after.get().after(last.at(), calendar) > now || isSilenced(route, last.recipient())) continue;
            again.add(new Outbox.Notice(
                    0,
                    route.id(),
                    last.recipient(),
                    last.part(),
                    last.event(),
                    last.deviation(),
                    now,
                    open(route, now)));
        }
        return again;
    }

    private boolean isSilenced(Route route, String recipient) {
        return silenced.contains(List.of(route.id(), recipient)) || silenced.contains(List.of(Outbox.EVERY, recipient));
    }

    private Set<String> recipients(Route route, Deviations.@Nullable Row row) {
        Set<String> recipients = new LinkedHashSet<>();
        for (Route.Target target : route.to()) {
            if (target instanceof Route.Target.Hook hook) recipients.add(Recipient.webhook(hook.id()));
            else person(target, row).ifPresent(id -> recipients.add(Recipient.person(id)));
        }
        return recipients;
    }

    private Optional<String> person(Route.Target target, Deviations.@Nullable Row row) {
        if (target instanceof Route.Target.Person person) return Optional.of(person.id());
        if (target instanceof Route.Target.Holder holder) return staff.holder(holder.position());
        if (target instanceof Route.Target.By by && row != null)
            return Optional.ofNullable(Columns.value(row, by.column()));
        return Optional.empty();
    }

    private static String part(Route route, Deviations.@Nullable Row row) {
        if (row == null || route.part().isEmpty()) return "";
        String part = Columns.value(row, route.part().get());
        return part == null ? "" : part;
    }

    private long due(Route route, long at) {
        return open(route, route.delay().after(at, calendar));
    }

    private long open(Route route, long at) {
        return route.workingHours() ? calendar.whenWorkingHoursExceed(at, 0, Pauses.none()) : at;
    }
}
