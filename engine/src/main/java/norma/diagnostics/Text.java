package norma.diagnostics;

import java.util.Locale;

/** A text that a user reads, in both languages of the product. */
public record Text(String en, String ru) {

    /** The same words in both languages: for names and numbers that need no translation. */
    public static Text same(String text) {
        return new Text(text, text);
    }

    /** Russian for a Russian locale, English for any other. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("ru") ? ru : en;
    }
}
