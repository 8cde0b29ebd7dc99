package norma.server.web;

import java.util.List;
import norma.server.store.Decisions;

/**
 * A deviation as a list shows it, in its reader's language.
 *
 * @param message the reason in one sentence
 * @param stake empty for none
 * @param age how long it has been so
 * @param since the date when it began
 * @param fresh whether it came, or became worse, since its reader last looked
 * @param review the state of its review, in lower case
 * @param reviewed what somebody did about it, in words; empty for nothing
 * @param stands false once it is over
 */
public record Card(
        long number,
        boolean critical,
        String severity,
        String rule,
        String title,
        String subject,
        String message,
        String stake,
        String age,
        String since,
        String over,
        boolean fresh,
        String review,
        String reviewed,
        Named owner,
        Named head,
        Named client,
        List<Step> steps,
        boolean stands) {

    /** An identifier with what it is called; both empty for none. */
    public record Named(String id, String name) {
        public boolean present() {
            return !id.isEmpty();
        }
    }

    /**
     * Something that somebody is to do about it.
     *
     * @param state in words, with who and why
     * @param due empty for none
     */
    public record Step(
            long number,
            long deviation,
            String action,
            Named who,
            String due,
            boolean overdue,
            Decisions.State at,
            String state,
            boolean shadow) {

        /** Whether something is left to be done. */
        public boolean open() {
            return at == Decisions.State.OPEN || at == Decisions.State.IN_PROGRESS;
        }

        public boolean started() {
            return at == Decisions.State.IN_PROGRESS;
        }
    }

    /** Not seen to by anybody. */
    public boolean unanswered() {
        return review.equals("new");
    }

    public boolean held() {
        return review.equals("held");
    }

    public boolean acknowledged() {
        return review.equals("acknowledged");
    }
}
