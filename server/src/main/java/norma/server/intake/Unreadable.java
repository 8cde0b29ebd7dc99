package norma.server.intake;

import norma.diagnostics.Text;

/** A text that does not convert. It carries no stack: a column of a million wrong dates throws it a million times. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final transient Text text;

    Unreadable(Reason reason, String en, String ru) {
        super(en, null, false, false);
        this.reason = reason;
        this.text = new Text(en, ru);
    }

    Reason reason() {
        return reason;
    }

    Text text() {
        return text;
    }
}
