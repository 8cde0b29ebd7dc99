package norma.server.demo;

import norma.diagnostics.Text;

/** The part that a subject was written for: an ordinary one, a planted problem, or a control that only looks like one. */
interface Part {

    /** The kind of problem; empty for the ordinary. */
    String kind();

    /** True when the subject looks like the problem and must not be found. */
    boolean control();

    /** What a rule must find, or why it must not. */
    Text why();

    /** The others are drawn at random and keep the norms. */
    default boolean ordinary() {
        return kind().isEmpty();
    }
}
