package norma.diagnostics;

import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong in one place.
 *
 * @param code stable identifier of the check, such as {@code unknown-key}
 * @param message what is wrong, without a final full stop
 * @param allowed what could stand there instead, nearest first; empty when that cannot be listed
 * @param suggestion the one that was probably meant
 */
public record Problem(
        Severity severity, String code, Span span, Text message, List<String> allowed, Optional<String> suggestion) {

    public enum Severity {
        ERROR,
        WARNING
    }

    public static Problem error(String code, Span span, Text message) {
        return new Problem(Severity.ERROR, code, span, message, List.of(), Optional.empty());
    }

    public static Problem warning(String code, Span span, Text message) {
        return new Problem(Severity.WARNING, code, span, message, List.of(), Optional.empty());
    }

    /** The same problem, with what could have stood there and the one nearest to what was written. */
    public Problem allowing(String written, Iterable<String> names) {
        Nearest nearest = Nearest.to(written, names);
        return new Problem(severity, code, span, message, nearest.all(), nearest.best());
    }
}
