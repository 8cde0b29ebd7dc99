package norma.server.report;

import java.util.Locale;

/** The page that a head reads in the morning: what is wrong, worst first, why, and what to do about it. */
public final class TextReport {

    private TextReport() {}

    /** @param top how many subjects of each rule are shown */
    public static String of(Cycle cycle, Locale locale, boolean coloured, int top) {
        Prose prose = new Prose(cycle.standards().model(), locale);
        Sheet sheet = new Sheet(coloured);
        new Summary(cycle, prose, sheet).write();
        new Findings(cycle, prose, sheet).write(top);
        new Assignments(cycle, prose, sheet).write();
        new Figures(cycle, prose, sheet).write();
        new Gaps(cycle, prose, sheet).write();
        foot(cycle, prose, sheet);
        return sheet.toString();
    }

    private static void foot(Cycle cycle, Prose prose, Sheet sheet) {
        sheet.blank();
        String subject = cycle.deviations().stream()
                .findFirst()
                .map(d -> d.subject().id())
                .orElse(prose.say("SUBJECT", "ОБЪЕКТ"));
        String quoted = subject.matches("[\\w.-]+") ? subject : "'" + subject + "'";
        sheet.paragraph(
                Paint.DIM,
                "",
                prose.say("Why: ", "Почему: ") + "norma explain " + quoted
                        + prose.say(" · all of it: ", " · всё целиком: ") + "norma run --top 1000"
                        + prose.say(" · for programs: ", " · для программ: ") + "--format json|ndjson|csv");
        sheet.line(
                Paint.DIM,
                prose.say("Judged by definitions ", "Проверено по определениям ")
                        + cycle.standards().version()
                        + (cycle.rules().isEmpty() ? "" : prose.say(" and rules ", " и правилам ") + cycle.rules()));
    }
}
