package norma.server.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.StringJoiner;
import norma.decide.Decision;
import norma.deviation.Deviation;
import norma.measure.Reading;
import org.jspecify.annotations.Nullable;

/** One kind of thing of a cycle as a table for a spreadsheet. */
public final class CsvReport {

    /** What the rows are. */
    public enum Section {
        READINGS,
        DEVIATIONS,
        DECISIONS
    }

    private final Cycle cycle;
    private final Locale locale;
    private final ValueWriter values;

    /** @param locale of titles and messages */
    public CsvReport(Cycle cycle, Locale locale) {
        this.cycle = cycle;
        this.locale = locale;
        this.values = new ValueWriter(cycle.standards().model().calendar().zone());
    }

    /** The writer stays open. */
    public void write(Section section, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        switch (section) {
            case READINGS -> readings(csv);
            case DEVIATIONS -> deviations(csv);
            case DECISIONS -> decisions(csv);
        }
        out.flush();
    }

    private void readings(CsvWriter csv) {
        csv.writeRecord(
                "kpi",
                "scope",
                "period",
                "from",
                "to",
                "value",
                "unit",
                "numerator",
                "denominator",
                "cases",
                "undefined");
        for (Reading reading : cycle.readings()) {
            StringJoiner scope = new StringJoiner(";");
            reading.scope().asMap().forEach((name, value) -> scope.add(name + "=" + value));
            csv.writeRecord(
                    reading.definition().id(),
                    scope.toString(),
                    PeriodName.of(reading.period()),
                    text(reading.period().from()),
                    text(reading.period().to()),
                    values.text(reading.definition().unit(), reading.measured().value()),
                    ValueWriter.unit(reading.definition().unit()),
                    number(reading.measured().numerator()),
                    number(reading.measured().denominator()),
                    Long.toString(reading.measured().cases()),
                    reading.measured().undefined().map(t -> t.in(locale)).orElse(""));
        }
    }

    private void deviations(CsvWriter csv) {
        csv.writeRecord(
                "id",
                "rule",
                "title",
                "subject_type",
                "subject_id",
                "subject",
                "severity",
                "state",
                "value",
                "limit",
                "norm_row",
                "since",
                "stake",
                "message");
        for (Deviation deviation : cycle.deviations()) {
            csv.writeRecord(
                    deviation.id(),
                    deviation.rule(),
                    deviation.title().in(locale),
                    deviation.subject().type(),
                    deviation.subject().id(),
                    deviation.subject().title(),
                    deviation.severity().word(),
                    deviation.state().name().toLowerCase(Locale.ROOT),
                    values.text(deviation.value()),
                    values.text(deviation.limit()),
                    deviation.normRow().orElse(""),
                    values.time(deviation.since()),
                    number(deviation.stake().orElse(null)),
                    deviation.message().in(locale));
        }
    }

    private void decisions(CsvWriter csv) {
        csv.writeRecord("id", "rule", "deviation", "phase", "action", "assignee", "due", "step", "mode");
        for (Decision decision : cycle.decisions()) {
            csv.writeRecord(
                    decision.id(),
                    decision.rule(),
                    decision.deviation(),
                    decision.phase().name().toLowerCase(Locale.ROOT),
                    cycle.standards().model().title("action", decision.action()).in(locale),
                    decision.assignee().map(cycle.directory()::employee).orElse(""),
                    decision.due().map(values::time).orElse(""),
                    Integer.toString(decision.step()),
                    decision.mode().name().toLowerCase(Locale.ROOT));
        }
    }

    private static String number(@Nullable Object raw) {
        return raw == null ? "" : ValueWriter.number(raw);
    }

    private static String text(@Nullable Object date) {
        return date == null ? "" : date.toString();
    }
}
