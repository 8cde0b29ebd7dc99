package norma.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong in one place.
 *
 * @param check what found it
 * @param message what is wrong, without a final full stop
 * @param allowed what could stand there instead, nearest first; empty when that cannot be listed
 * @param suggestion the one that was probably meant
 * @param within the keys that lead to the place, outermost first; empty where nothing leads there
 * @param also other places where the slip may be instead: the definition of what is named, the first of two
 */
public record Problem(
        Check check,
        Span span,
        Text message,
        List<String> allowed,
        Optional<String> suggestion,
        List<String> within,
        List<Span> also) {

    public enum Severity {
        ERROR,
        WARNING
    }

    static Problem of(Check check, Span span, Text message) {
        return new Problem(check, span, message, List.of(), Optional.empty(), List.of(), List.of());
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
        return new Problem(check, span, message, nearest.all(), nearest.best(), within, also);
    }

    /** The same problem, with the keys that lead to its place. */
    public Problem within(List<String> keys) {
        return new Problem(check, span, message, allowed, suggestion, List.copyOf(keys), also);
    }

    /** The same problem, with one more place where the slip may be; nothing is added that stands there already. */
    public Problem also(Span place) {
        boolean told = place.equals(span) || also.contains(place) || place.equals(Span.nowhere());
        if (told) return this;
        List<Span> places = new ArrayList<>(also);
        places.add(place);
        return new Problem(check, span, message, allowed, suggestion, within, List.copyOf(places));
    }
}
