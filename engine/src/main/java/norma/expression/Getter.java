package norma.expression;

import org.jspecify.annotations.Nullable;

/** Gets one value of a subject, in the representation of its type; pure, safe for many threads. */
public sealed interface Getter {

    /** For {@link Type#whole()}: money in 1/10000 or epoch milliseconds; {@link Undefined#LONG} when missing. */
    @FunctionalInterface
    non-sealed interface Whole extends Getter {
        long whole(Object subject, Scene scene);
    }

    /** For every other {@link Type#numeric()}: NaN when missing; percent as a fraction. */
    @FunctionalInterface
    non-sealed interface Number extends Getter {
        double number(Object subject, Scene scene);
    }

    /** For texts and references: {@code null} when missing. */
    @FunctionalInterface
    non-sealed interface Words extends Getter {
        @Nullable
        String words(Object subject, Scene scene);

        /**
         * The same of some subjects at once.
         *
         * @param subjects of a null one nothing is known
         * @param into written over
         */
        default void words(@Nullable Object[] subjects, Scene scene, @Nullable String[] into) {
            for (int i = 0; i < subjects.length; i++) {
                Object subject = subjects[i];
                into[i] = subject == null ? null : words(subject, scene);
            }
        }
    }

    /** For conditions. */
    @FunctionalInterface
    non-sealed interface Condition extends Getter {
        Truth truth(Object subject, Scene scene);
    }
}
