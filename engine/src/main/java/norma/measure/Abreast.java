package norma.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Gauges at work side by side, where they ask no other; what they tell is in their order. */
record Abreast(Crew crew) {

    private static final Predicate<Scope> ANY = scope -> true;

    /** So many scopes are read in one piece. */
    private static final int SCOPES = 64;

    /**
     * Brings up to date those that ask no other, each in a round of its own. Those of one column are one piece of work: values that
     * are asked for may be put in order on the way.
     */
    Map<Gauge, Round> refreshed(Collection<Gauge> gauges, Round round) {
        Map<Gauge, Round> apart = new LinkedHashMap<>();
        for (Gauge gauge : gauges) if (gauge.isAlone()) apart.put(gauge, round.apart());
        Map<Object, List<Gauge>> together = new LinkedHashMap<>();
        for (Gauge gauge : apart.keySet())
            together.computeIfAbsent(gauge instanceof CubeGauge cubes ? cubes.column() : gauge, of -> new ArrayList<>())
                    .add(gauge);
        List<Runnable> work = new ArrayList<>();
        for (List<Gauge> some : together.values())
            work.add(() -> some.forEach(gauge -> gauge.refresh(Objects.requireNonNull(apart.get(gauge)))));
        crew.share(work);
        return apart;
    }

    /** Every reading, gauge by gauge, then by scope, then by period. */
    List<Reading> readings(Collection<Gauge> gauges, long now, LocalDate today) {
        Map<Gauge, List<List<Reading>>> byGauge = new LinkedHashMap<>();
        gauges.forEach(gauge -> byGauge.put(gauge, new ArrayList<>()));
        List<Runnable> work = new ArrayList<>();
        Map<Panel, List<CubeGauge>> byPanel = new LinkedHashMap<>();
        byGauge.forEach((gauge, readings) -> {
            if (gauge instanceof CubeGauge cubes)
                byPanel.computeIfAbsent(cubes.panel(), panel -> new ArrayList<>())
                        .add(cubes);
            else if (gauge.isAlone()) work.add(() -> gauge.readings(ANY, now, today, begun(readings)));
        });
        byPanel.forEach((panel, ofPanel) -> work.addAll(reading(panel.slices(), ofPanel, byGauge, now, today)));
        crew.share(work);
        byGauge.forEach((gauge, readings) -> {
            if (!gauge.isAlone()) gauge.readings(ANY, now, today, begun(readings));
        });
        List<List<Reading>> inOrder =
                byGauge.values().stream().flatMap(List::stream).toList();
        List<Reading> all =
                new ArrayList<>(inOrder.stream().mapToInt(List::size).sum());
        inOrder.forEach(all::addAll);
        return all;
    }

    /**
     * Some scopes a piece, so that no cell is asked by two; all gauges of a panel read one scope before they turn to the next,
     * while its cells are at hand.
     */
    private static List<Runnable> reading(
            List<Slice> slices,
            List<CubeGauge> gauges,
            Map<Gauge, List<List<Reading>>> byGauge,
            long now,
            LocalDate today) {
        List<Runnable> work = new ArrayList<>();
        for (int from = 0; from < slices.size(); from += SCOPES) {
            List<Slice> some = slices.subList(from, Math.min(from + SCOPES, slices.size()));
            List<List<Reading>> into = gauges.stream()
                    .map(gauge -> begun(Objects.requireNonNull(byGauge.get(gauge))))
                    .toList();
            work.add(() -> read(some, gauges, now, today, into));
        }
        return work;
    }

    private static void read(
            List<Slice> slices, List<CubeGauge> gauges, long now, LocalDate today, List<List<Reading>> into) {
        KnownPeriods periods = new KnownPeriods();
        for (Slice slice : slices)
            for (int i = 0; i < gauges.size(); i++)
                if (gauges.get(i).isPresent(slice)) gauges.get(i).readings(slice, now, today, periods, into.get(i));
    }

    private static List<Reading> begun(List<List<Reading>> lists) {
        List<Reading> next = new ArrayList<>();
        lists.add(next);
        return next;
    }
}
