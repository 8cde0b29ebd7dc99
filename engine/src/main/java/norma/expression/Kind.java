package norma.expression;

import norma.diagnostics.Text;

/** What a value measures. Values of different kinds are never added or compared. */
public enum Kind {
    TRUTH("a condition", "условие"),
    TEXT("a text", "текст"),
    /** In 1/10000 of the currency unit, as {@code long}. */
    MONEY("an amount of money", "сумма денег"),
    NUMBER("a plain number", "число"),
    COUNT("a count", "количество"),
    /** Held as a fraction: 60% is 0.6. */
    PERCENT("a percentage", "процент"),
    /** Of 24 hours. */
    DAYS("days", "дни"),
    WORKING_DAYS("working days", "рабочие дни"),
    HOURS("hours", "часы"),
    WORKING_HOURS("working hours", "рабочие часы"),
    /** A moment, in epoch milliseconds, as {@code long}. */
    TIME("a time", "момент времени"),
    /** The identifier of a fact. */
    REFERENCE("a reference", "ссылка");

    private final Text words;

    Kind(String en, String ru) {
        this.words = new Text(en, ru);
    }

    /** As it is called in a message, in the nominative. */
    public Text words() {
        return words;
    }
}
