package norma.judge;

import java.util.Optional;
import java.util.stream.Stream;
import norma.standard.Limit;
import norma.standard.Norm;

/**
 * What a norm says for some subjects.
 *
 * @param limits those of a value that {@link Watch#crosses} them
 */
record Bounds(Norm.Levels levels, double[] limits) {

    static Bounds of(Norm.Levels levels) {
        return new Bounds(
                levels,
                Stream.of(levels.warn(), levels.critical(), levels.clearAt())
                        .flatMap(Optional::stream)
                        .mapToDouble(Limit::number)
                        .toArray());
    }
}
