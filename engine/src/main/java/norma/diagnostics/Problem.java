package norma.diagnostics;

import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong in one place.
 *
 * @param check what found it
 * @param message what is wrong, without a final full stop
 * @param allowed what could stand there instead, nearest first; empty when that cannot be listed
 * @param suggestion the one that was probably meant
 */
public record Problem(Check check, Span span, Text message, List<String> allowed, Optional<String> suggestion) {

    public enum Severity {
        ERROR,
        WARNING
    }

    static Problem of(Check check, Span span, Text message) {
        return new Problem(check, span, message, List.of(), Optional.empty());
    }

    public String code() {
        return check.code();
    }

    public Severity severity() {
        return check.severity();
    }

    /** The same problem, with what could have stood there and the one nearest to what was written. */
    public Problem allowing(String written, Iterable<String> names) {
        Nearest nearest = Nearest.to(written, names);
        return new Problem(check, span, message, nearest.all(), nearest.best());
    }
}
