package norma.expression;

import norma.diagnostics.Text;

/** An amount or a time left its range while an expression was evaluated; the rule failed for that subject. */
public final class OutOfRange extends ArithmeticException {

    private static final long serialVersionUID = 1;

    private final transient Text text;

    OutOfRange(Text text) {
        super(text.en());
        this.text = text;
    }

    static OutOfRange money() {
        return new OutOfRange(
                new Text("the amount is outside ±922 trillion", "сумма вышла за пределы ±922 триллионов"));
    }

    static OutOfRange time() {
        return new OutOfRange(new Text("the time is too far away", "момент времени слишком далёк"));
    }

    OutOfRange in(String expression) {
        return new OutOfRange(new Text(expression + ": " + text.en(), expression + ": " + text.ru()));
    }

    /** The message for a user. */
    public Text text() {
        return text;
    }
}
