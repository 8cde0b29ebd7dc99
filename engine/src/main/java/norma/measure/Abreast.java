package norma.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gauges at work side by side, where they ask no other; what they tell is in their order. */
record Abreast(Crew crew) {

    /** Brings up to date those that ask no other, each in a round of its own. */
    Map<Gauge, Round> refreshed(Collection<Gauge> gauges, Round round) {
        Map<Gauge, Round> apart = new LinkedHashMap<>();
        for (Gauge gauge : gauges) if (gauge.isAlone()) apart.put(gauge, round.apart());
        List<Runnable> work = new ArrayList<>();
        apart.forEach((gauge, own) -> work.add(() -> gauge.refresh(own)));
        crew.share(work);
        return apart;
    }

    /** Every reading, gauge by gauge, then by scope, then by period. */
    List<Reading> readings(Collection<Gauge> gauges, long now, LocalDate today) {
        Map<Gauge, List<Reading>> byGauge = new LinkedHashMap<>();
        gauges.forEach(gauge -> byGauge.put(gauge, new ArrayList<>()));
        List<Runnable> work = new ArrayList<>();
        byGauge.forEach((gauge, readings) -> {
            if (gauge.isAlone()) work.add(() -> read(gauge, now, today, readings));
        });
        crew.share(work);
        byGauge.forEach((gauge, readings) -> {
            if (!gauge.isAlone()) read(gauge, now, today, readings);
        });
        List<Reading> all =
                new ArrayList<>(byGauge.values().stream().mapToInt(List::size).sum());
        byGauge.values().forEach(all::addAll);
        return all;
    }

    private static void read(Gauge gauge, long now, LocalDate today, List<Reading> into) {
        gauge.scopes().stream().sorted().forEach(scope -> gauge.readings(scope, now, today, into));
    }
}
