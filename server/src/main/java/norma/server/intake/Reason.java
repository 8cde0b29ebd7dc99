package norma.server.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import norma.diagnostics.Text;

/** Why a row is rejected. The code is stable; the reference explains each. */
public enum Reason {
    BROKEN("the file is not well-formed here", "файл здесь повреждён"),
    RAGGED("the wrong number of fields", "неверное число полей"),
    BAD_CHARACTER("not text in this encoding", "не текст в этой кодировке"),
    NO_ID("no identifier", "нет идентификатора"),
    NOT_A_TIME("not a date or time", "не дата и не время"),
    NO_SUCH_LOCAL_TIME("clocks skipped this local time", "такого местного времени не было"),
    NOT_A_NUMBER("not a number", "не число"),
    NOT_WHOLE("not a whole number", "не целое число"),
    TOO_FINE("finer than money is counted", "мельче, чем считают деньги"),
    TOO_LARGE("too large", "слишком велико"),
    PERCENT_UNCLEAR("percent or fraction", "процент или доля"),
    NOT_A_TRUTH("neither yes nor no", "ни да, ни нет"),
    UNKNOWN_VALUE("not one of the allowed values", "не из допустимых значений"),
    NO_TIME("a change without a time", "изменение без времени"),
    OUT_OF_ORDER("a change before the beginning", "изменение раньше начала"),
    SAME_ID_AGAIN("the same identifier again", "тот же идентификатор снова"),
    CALCULATION("cannot be calculated", "нельзя вычислить");

    private final Text title;

    Reason(String en, String ru) {
        this.title = new Text(en, ru);
    }

    /** As files and the reference write it, such as {@code not-a-time}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason with this code. */
    public static Reason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public Text title() {
        return title;
    }
}
