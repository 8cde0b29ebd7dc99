package norma.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Readings of gauges that were replaced, each to be followed by the reading of the new one. */
final class Succession {

    private final Map<Place, Reading> left = new LinkedHashMap<>();

    private record Place(String kpi, Scope scope, String period, boolean current) {

        static Place of(Reading reading) {
            return new Place(reading.getKpi(), reading.scope(), reading.period().name(), reading.current());
        }
    }

    void leave(Reading reading) {
        left.put(Place.of(reading), reading);
    }

    /** The revisions as from what was shown before, without those that show the same; what has no follower is no more. */
    List<Revision> of(List<Revision> revisions) {
        if (left.isEmpty()) return revisions;
        List<Revision> all = new ArrayList<>();
        for (Revision revision : revisions) {
            Reading after = revision.after();
            Reading before = after == null || revision.before() != null ? null : left.remove(Place.of(after));
            if (after == null || before == null) all.add(revision);
            else if (!isSame(before, after)) all.add(new Revision(before, after));
        }
        left.values().forEach(before -> all.add(new Revision(before, null)));
        return all;
    }

    private static boolean isSame(Reading before, Reading after) {
        return before.measured().equals(after.measured())
                && before.definition().unit().equals(after.definition().unit());
    }
}
