package norma.standard;

import java.util.List;
import java.util.Map;
import norma.calendar.WorkingCalendar;

/**
 * All definitions in force, by id, in the order in which they were read.
 *
 * @param fingerprints for each KPI and deviation rule a digest of it and of everything that it rests on
 * @param version a digest of the texts that they were read from
 */
public record Standards(
        Model model,
        Map<String, WorkingCalendar> calendars,
        Map<String, List<String>> lists,
        Map<String, Kpi> kpis,
        Map<String, Norm> norms,
        Map<String, DeviationRule> deviations,
        Map<String, DecisionRule> decisions,
        Map<String, String> fingerprints,
        String version) {}
