package norma.expression;

import org.jspecify.annotations.Nullable;

/**
 * Gets one value of a subject, in the representation of its type; pure, safe for many threads. Of the first many subjects it
 * gives the same values at once: the processor then goes through the same steps for one after the other.
 */
public sealed interface Getter {

    /** For {@link Type#whole()}: money in 1/10000 or epoch milliseconds; {@link Undefined#LONG} when missing. */
    @FunctionalInterface
    non-sealed interface Whole extends Getter {
        long whole(Object subject, Scene scene);

        /** @param into written over */
        default void wholes(Object[] subjects, int many, Scene scene, long[] into) {
            for (int i = 0; i < many; i++) into[i] = whole(subjects[i], scene);
        }
    }

    /** For every other {@link Type#numeric()}: NaN when missing; percent as a fraction. */
    @FunctionalInterface
    non-sealed interface Number extends Getter {
        double number(Object subject, Scene scene);

        /** @param into written over */
        default void numbers(Object[] subjects, int many, Scene scene, double[] into) {
            for (int i = 0; i < many; i++) into[i] = number(subjects[i], scene);
        }
    }

    /** For texts and references: {@code null} when missing. */
    @FunctionalInterface
    non-sealed interface Words extends Getter {
        @Nullable
        String words(Object subject, Scene scene);

        /**
         * @param subjects of a null one nothing is known
         * @param into written over
         */
        default void words(@Nullable Object[] subjects, int many, Scene scene, @Nullable String[] into) {
            for (int i = 0; i < many; i++) {
                Object subject = subjects[i];
                into[i] = subject == null ? null : words(subject, scene);
            }
        }
    }

    /** For conditions. */
    @FunctionalInterface
    non-sealed interface Condition extends Getter {
        Truth truth(Object subject, Scene scene);

        /**
         * Whether it is true of each.
         *
         * @param into written over
         */
        default void hold(Object[] subjects, int many, Scene scene, boolean[] into) {
            for (int i = 0; i < many; i++) into[i] = truth(subjects[i], scene).holds();
        }
    }
}
