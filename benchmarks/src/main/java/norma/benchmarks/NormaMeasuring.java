package norma.benchmarks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import norma.Engine;
import norma.judge.DrlRules;
import norma.measure.Reading;
import norma.server.live.Threads;
import norma.standard.Standards;

/** Norma with the facts in it, to which KPI are given; between two measurements they are taken away. */
final class NormaMeasuring implements Measuring {

    private final Engine engine;
    private final Standards none = new Standard(List.of()).read();
    private final Standards whole;

    NormaMeasuring(Firm firm, List<Indicator> indicators) {
        whole = new Standard(List.of()).with(indicators);
        engine = Engine.at(Firm.NOW, none, DrlRules.none(), new Threads());
        firm.changes(engine::apply);
    }

    @Override
    public Answer measure() {
        engine.replace(whole);
        Collection<Reading> readings = engine.readings();
        return () -> figures(readings);
    }

    /** Those of months: what each deal is measured by for its norms is left out. */
    static Map<Figure, Double> figures(Collection<Reading> readings) {
        Map<Figure, Double> figures = new HashMap<>();
        for (Reading reading : readings)
            if (reading.period().from() != null && reading.measured().value() instanceof Number value)
                figures.put(figure(reading), value.doubleValue());
        return figures;
    }

    private static Figure figure(Reading reading) {
        LocalDate from = Objects.requireNonNull(reading.period().from());
        return new Figure(
                reading.definition().id(),
                reading.scope().dimensions().get(0),
                reading.scope().values().get(0),
                from.getYear() * 12 + from.getMonthValue() - 1);
    }

    /** Back to where no KPI is known; not part of the work. */
    void forget() {
        engine.replace(none);
    }

    @Override
    public void close() {
        engine.close();
    }
}
