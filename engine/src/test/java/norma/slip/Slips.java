package norma.slip;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of many slips. */
public final class Slips {

    private final Map<Verdict.Kind, List<Verdict>> verdicts = new EnumMap<>(Verdict.Kind.class);

    public Slips() {
        for (Verdict.Kind kind : Verdict.Kind.values()) verdicts.put(kind, new ArrayList<>());
    }

    public void add(Verdict verdict) {
        verdicts.get(verdict.kind()).add(verdict);
    }

    /** Of those that are problems. */
    public double share(Verdict.Kind kind) {
        int all = verdicts.entrySet().stream()
                .filter(entry -> entry.getKey().isProblem())
                .mapToInt(entry -> entry.getValue().size())
                .sum();
        return (double) verdicts.get(kind).size() / all;
    }

    /** The share of problems that are told on the very line, or at the head of the block that lost one. */
    public double exact() {
        return share(Verdict.Kind.THERE) + share(Verdict.Kind.AT_ITS_HEAD);
    }

    public String told(Verdict.Kind kind) {
        return verdicts.get(kind).stream().map(Verdict::told).limit(40).collect(Collectors.joining("\n"));
    }

    public String summary() {
        StringBuilder out = new StringBuilder(
                verdicts.values().stream().mapToInt(List::size).sum() + " slips of the hand\n");
        verdicts.forEach((kind, found) -> {
            out.append("%6d %s".formatted(found.size(), kind.words()));
            if (kind.isProblem()) out.append(" (%.2f%% of the problems)".formatted(100 * share(kind)));
            out.append('\n');
        });
        return out.append("located exactly: %.2f%%".formatted(100 * exact())).toString();
    }
}
