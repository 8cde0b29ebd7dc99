package norma.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import norma.fact.Fact;
import norma.fact.FactType;

/**
 * Facts that were taken out and may come again at once, as a fact does that changes: what they bring again as it was need
 * not be counted twice, and no reading of it be looked at.
 */
final class Leaving {

    private final Map<Fact.Key, List<TypeMeasurer.Share>> shares = new LinkedHashMap<>();

    /** @param measurers of the type of the fact, the same for {@link #change} and {@link #leave} */
    void put(Fact fact, List<TypeMeasurer> measurers, long now) {
        if (measurers.isEmpty()) return;
        shares.put(
                fact.key(),
                measurers.stream().map(each -> each.share(fact, now)).toList());
    }

    boolean has(Fact fact) {
        return !shares.isEmpty() && shares.containsKey(fact.key());
    }

    /** A fact that was taken out comes again; as {@link TypeMeasurer#count}. */
    long change(Fact fact, List<TypeMeasurer> measurers, long now) {
        List<TypeMeasurer.Share> before = shares.remove(fact.key());
        if (before == null) throw new IllegalArgumentException(fact.key() + " was not taken out");
        long turn = Long.MAX_VALUE;
        for (int i = 0; i < measurers.size(); i++)
            turn = Math.min(turn, measurers.get(i).change(before.get(i), fact, now));
        return turn;
    }

    /** Those that did not come again are out. */
    void leave(Function<FactType, List<TypeMeasurer>> measurers) {
        if (shares.isEmpty()) return;
        shares.forEach((key, before) -> {
            List<TypeMeasurer> ofType = measurers.apply(key.type());
            for (int i = 0; i < ofType.size(); i++) ofType.get(i).takeOut(before.get(i));
        });
        shares.clear();
    }
}
