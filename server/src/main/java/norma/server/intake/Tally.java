package norma.server.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import norma.fact.Change;
import norma.fact.FactType;
import org.jspecify.annotations.Nullable;

/** Counts while one file is read. */
final class Tally {

    /** More rejections than these are counted, and sent on, but not kept. */
    static final int KEPT = 1_000;

    private final String file;
    private final Cleaning.Blanks blanks;
    private final List<FactMaker> makers;
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<Reason, Long> reasons = new TreeMap<>();
    private final Map<FactType, Long> changes = new LinkedHashMap<>();
    private final Map<FactType, Set<String>> filled = new HashMap<>();
    private long accepted;
    private long rejected;
    private long leftOut;
    private long repeated;

    Tally(String file, Map<String, Integer> used, List<FactMaker> makers) {
        this.file = file;
        this.blanks = new Cleaning.Blanks(used);
        this.makers = makers;
    }

    void blanks(@Nullable String[] cells) {
        blanks.count(cells);
    }

    void accepted(List<Change> admitted) {
        accepted++;
        if (admitted.isEmpty()) repeated++;
        for (Change change : admitted) {
            changes.merge(change.type(), 1L, Long::sum);
            Set<String> fields = filled.computeIfAbsent(change.type(), type -> new LinkedHashSet<>());
            change.set().forEach((field, value) -> {
                if (value != null) fields.add(field);
            });
        }
    }

    void leftOut() {
        leftOut++;
    }

    void rejected(List<Rejection> why) {
        rejected++;
        for (Rejection rejection : why) {
            reasons.merge(rejection.code(), 1L, Long::sum);
            if (rejections.size() < KEPT) rejections.add(rejection);
        }
    }

    Account.SourceAccount account(
            List<String> unused,
            List<Account.ValuesAccount> values,
            List<Account.LookupAccount> lookups,
            long timesTwice) {
        Map<String, Long> changesByType = new LinkedHashMap<>();
        changes.forEach((type, count) -> changesByType.put(type.name(), count));
        Map<String, List<String>> filledByType = new TreeMap<>();
        filled.forEach((type, fields) -> filledByType.put(type.name(), List.copyOf(new TreeSet<>(fields))));
        Map<String, Long> reasonsByCode = new LinkedHashMap<>();
        reasons.forEach((reason, count) -> reasonsByCode.put(reason.code(), count));
        return new Account.SourceAccount(
                file,
                accepted + rejected + leftOut,
                accepted,
                rejected,
                leftOut,
                repeated,
                changesByType,
                facts(makers),
                filledByType,
                reasonsByCode,
                List.copyOf(rejections),
                blanks.counts(),
                unused,
                values,
                lookups,
                timesTwice);
    }

    /** How many different facts the makers have given, by type. */
    static Map<String, Long> facts(List<FactMaker> makers) {
        Map<FactType, List<Ledger>> ledgers = new LinkedHashMap<>();
        for (FactMaker maker : makers)
            ledgers.computeIfAbsent(maker.type(), type -> new ArrayList<>()).add(maker.ledger());
        Map<String, Long> facts = new LinkedHashMap<>();
        ledgers.forEach((type, given) -> facts.put(type.name(), different(given)));
        return facts;
    }

    private static long different(List<Ledger> ledgers) {
        if (ledgers.size() == 1) return ledgers.get(0).identifiers().size();
        Set<String> all = new java.util.HashSet<>();
        ledgers.forEach(ledger -> all.addAll(ledger.identifiers()));
        return all.size();
    }
}
