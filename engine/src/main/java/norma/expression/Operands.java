package norma.expression;

import java.util.List;
import java.util.Optional;
import norma.calendar.WorkingCalendar;

/** The compiled arguments of a call. */
record Operands(Type type, List<Getter> getters, WorkingCalendar calendar, Optional<String> pattern) {

    int size() {
        return getters.size();
    }

    Getter.Whole whole(int index) {
        return (Getter.Whole) getters.get(index);
    }

    Getter.Number number(int index) {
        return (Getter.Number) getters.get(index);
    }

    Getter.Words words(int index) {
        return (Getter.Words) getters.get(index);
    }

    Getter.Condition condition(int index) {
        return (Getter.Condition) getters.get(index);
    }
}
