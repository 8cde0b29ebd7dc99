package norma.server.live;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import norma.Engine;
import norma.Memory;
import norma.decide.Decision;
import norma.fact.Change;
import norma.judge.DrlRules;
import norma.measure.Crew;
import norma.server.store.Decisions;
import norma.server.store.Deviations;
import norma.server.store.Store;
import norma.server.store.Tables;
import norma.standard.Standards;

/** Makes an engine from what is kept, that goes on where another one stopped. */
final class Recalling {

    private final Store store;
    private final DrlRules drl;
    private final Crew crew;
    private final Clock clock;

    Recalling(Store store, DrlRules drl, Crew crew, Clock clock) {
        this.store = store;
        this.drl = drl;
        this.crew = crew;
        this.clock = clock;
    }

    Turning turning(Standards standards) {
        return store.write(tables -> {
            Map<String, Deviations.Row> standing = tables.deviations().standing();
            Engine.Recalled recalled = engine(tables, standing, standards);
            Keeper keeper = new Keeper(recalled.engine(), standing);
            keeper.reconcile(tables, recalled.difference());
            return new Turning(recalled.engine(), keeper, PutOff.of(tables));
        });
    }

    /** @param standing as it was kept, by id */
    Engine.Recalled engine(Tables tables, Map<String, Deviations.Row> standing, Standards standards) {
        long now = tables.journal().now().orElse(clock.millis());
        Map<String, Long> unattended = new HashMap<>();
        standing.forEach((id, row) -> {
            Long since = row.unattended();
            if (since != null) unattended.put(id, since);
        });
        List<Decision> called = tables.decisions().called().stream()
                .map(Decisions.Row::decision)
                .toList();
        Memory memory = new Memory(now, tables.courses().all(), called, unattended);
        try (Stream<Change> journal = tables.journal().inTime();
                ReadAhead<Change> ahead = new ReadAhead<>(journal)) {
            return Engine.recalling(memory, standards, drl, crew, () -> ahead);
        }
    }
}
