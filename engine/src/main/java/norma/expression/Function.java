package norma.expression;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import norma.calendar.Pauses;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Text;

/**
 * One function of the language, with all that the checker, the compiler and the reference need of it.
 *
 * @param result empty when it is the type that the alike arguments share
 * @param course how the result moves when an argument rises
 * @param inverse of a span, where the calendar has one
 * @param note what it gives, for the reference
 */
public record Function(
        String name,
        List<Parameter> parameters,
        Optional<Type> result,
        Course course,
        Optional<Inverse> inverse,
        Text note,
        Maker maker) {

    /** @param repeated may come any number of times, at least once; only the last one */
    public record Parameter(String name, Slot slot, boolean optional, boolean repeated) {}

    /** How the result moves when an argument rises. */
    enum Course {
        /** Not said. */
        ANY,
        /** It never falls, whichever argument rises. */
        RISING,
        /** It does not fall while its first argument, a time, moves within one local day. */
        RISING_WITHIN_DAY,
        /** The span from the first argument to the second: falls with the first, rises with the second. */
        SPAN
    }

    /** When the span from a time passes a limit: the first moment at which it is more, or at least as much. */
    @FunctionalInterface
    interface Inverse {
        long when(WorkingCalendar calendar, long from, double limit, boolean more, Pauses pauses);
    }

    Function withInverse(Inverse way) {
        return new Function(name, parameters, result, course, Optional.of(way), note, maker);
    }

    /** Makes the closure of a call. */
    @FunctionalInterface
    interface Maker {
        Getter make(Operands operands);
    }

    int least() {
        return (int) parameters.stream().filter(p -> !p.optional()).count();
    }

    int most() {
        return !parameters.isEmpty() && parameters.get(parameters.size() - 1).repeated()
                ? Integer.MAX_VALUE
                : parameters.size();
    }

    /** The parameter that the argument with this index (from 0) is for. */
    Parameter parameter(int index) {
        return parameters.get(Math.min(index, parameters.size() - 1));
    }

    /** How it is called: {@code working_days(from, to, [calendar])}. */
    public String signature() {
        return parameters.stream()
                .map(p -> p.optional() ? "[" + p.name() + "]" : p.repeated() ? p.name() + ", …" : p.name())
                .collect(Collectors.joining(", ", name + "(", ")"));
    }
}
