package norma.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import norma.standard.Kpi;
import norma.standard.Method;
import norma.standard.Over;

/** Each item's part of the whole; cases without an item are a part of it too. */
final class ShareRanking implements Ranking {

    private final Kpi kpi;
    private final Scale scale;

    ShareRanking(Kpi kpi, Method.Share method) {
        this.kpi = kpi;
        this.scale = Scale.of(method.sum().type());
    }

    @Override
    public Map<Scope, Measured> rank(Cube cube, Over over, Period period) {
        List<Item> items = Ranking.items(cube, over, period, scale, true);
        ExactSum whole = new ExactSum();
        items.forEach(item -> whole.add(item.sum(), 1));
        double total = whole.toDouble();
        Map<Scope, Measured> shares = new HashMap<>();
        for (Item item : items) {
            Measured share = total > 0 ? item.measured(item.sum().toDouble() / total) : ofNothing(item, total);
            shares.put(item.scope(), share.outOf(scale.boxed(item.sum()), scale.boxed(whole)));
        }
        return shares;
    }

    private Measured ofNothing(Item item, double total) {
        return total == 0 && kpi.zeroDenominator() == Kpi.ZeroDenominator.ZERO
                ? item.measured(0.0)
                : Measured.undefined(Reasons.NOTHING_MEASURED, item.cases(), item.leftOut());
    }
}
