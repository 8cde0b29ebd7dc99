package norma.expression;

import java.util.List;
import java.util.Optional;
import norma.calendar.WorkingCalendar;

/** What an expression may speak of: the fields of a subject, the standards, the columns of a file. */
public interface Names {

    /** A field or a KPI by its path: {@code amount}, {@code owner.team}, {@code win_rate}, {@code win_rate[month]}. */
    Optional<Binding> find(String path);

    /** Every name that could be written, for suggestions. */
    List<String> known();

    /** The periods that a KPI is measured over. */
    default List<String> periods(String kpi) {
        return known().stream()
                .filter(name -> name.startsWith(kpi + "["))
                .map(name -> name.substring(kpi.length() + 1, name.length() - 1))
                .toList();
    }

    /** The values of an enumeration; empty when there is no such enumeration, and then any value is accepted. */
    Optional<List<String>> domain(String name);

    /** The values of a list of the definitions. */
    Optional<List<String>> list(String name);

    Optional<WorkingCalendar> calendar(String name);

    /** The names of all calendars. */
    List<String> calendars();

    /** Gives the zone of dates, and the working time where no calendar is named. */
    WorkingCalendar defaultCalendar();
}
