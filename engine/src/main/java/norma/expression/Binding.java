package norma.expression;

/**
 * What a name stands for.
 *
 * @param name as it is found again: the path of a field, or the KPI's id, with its period where one is given
 *     ({@code win_rate[month]})
 * @param getter of the representation that the type asks for
 */
public record Binding(String name, Type type, Origin origin, Getter getter) {

    public enum Origin {
        /** A field of the subject, or of a fact that it refers to: its change wakes the rule. */
        FIELD,
        /** A KPI: the change of its reading wakes the rule. */
        READING
    }

    public Binding {
        boolean right = type.whole()
                ? getter instanceof Getter.Whole
                : type.words()
                        ? getter instanceof Getter.Words
                        : type.truth() ? getter instanceof Getter.Condition : getter instanceof Getter.Number;
        if (!right) throw new IllegalArgumentException(name + ": the getter does not give " + type);
    }
}
