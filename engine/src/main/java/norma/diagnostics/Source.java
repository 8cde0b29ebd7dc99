package norma.diagnostics;

/**
 * A text that definitions were read from.
 *
 * @param name how a user would name it: a path relative to where the program was started, or a word such as {@code given}
 * @param text the whole text
 */
public record Source(String name, String text) {

    /** The line with this number (from 1), without its line break; empty when there is none. */
    public String line(int number) {
        return text.lines().skip(number - 1L).findFirst().orElse("");
    }
}
