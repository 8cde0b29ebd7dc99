package norma.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One bringing up to date: the moment, and the readings that it revises. */
final class Round {

    private final long now;
    private final LocalDate today;
    private final List<Revision> revisions = new ArrayList<>();
    private final Map<String, List<Revision>> byKpi = new HashMap<>();

    Round(long now, LocalDate today) {
        this.now = now;
        this.today = today;
    }

    long now() {
        return now;
    }

    LocalDate today() {
        return today;
    }

    void revise(Revision revision) {
        revisions.add(revision);
        byKpi.computeIfAbsent(revision.either().getKpi(), id -> new ArrayList<>())
                .add(revision);
    }

    /** A round at the same moment, for a gauge that is at work while others are. */
    Round apart() {
        return new Round(now, today);
    }

    void add(Round apart) {
        revisions.addAll(apart.revisions);
        apart.byKpi.forEach((kpi, some) ->
                byKpi.computeIfAbsent(kpi, id -> new ArrayList<>()).addAll(some));
    }

    List<Revision> of(String kpi) {
        return byKpi.getOrDefault(kpi, List.of());
    }

    List<Revision> revisions() {
        return List.copyOf(revisions);
    }
}
