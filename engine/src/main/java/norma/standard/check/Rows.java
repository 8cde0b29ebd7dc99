package norma.standard.check;

import java.util.stream.Stream;
import norma.standard.Limit;
import norma.standard.Norm;

/** Every row of every norm, the default ones among them. */
final class Rows {

    private Rows() {}

    record Row(Norm norm, Norm.Levels levels) {

        /** Whether the first is strictly further on the bad side. */
        boolean isBeyond(Limit first, Limit second) {
            int side = second.compare(first.whole(), first.number());
            return norm.breach() == Norm.Breach.ABOVE ? side > 0 : side < 0;
        }
    }

    static Stream<Row> of(Draft draft) {
        return draft.standards().norms().values().stream()
                .flatMap(norm -> norm.levels().stream().map(levels -> new Row(norm, levels)));
    }
}
