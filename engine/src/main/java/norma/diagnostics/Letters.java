package norma.diagnostics;

import java.util.Optional;

/** Cyrillic letters that look like Latin ones: a name with one of them is a different name, and nobody can see why. */
public final class Letters {

    private static final String CYRILLIC = "авеёкмнорстухіјѕԁԛԝАВЕЁКМНОРСТУХІЈЅ";
    private static final String LATIN = "abeekmhopctyxijsdqwABEEKMHOPCTYXIJS";

    private Letters() {}

    /** The name in Latin letters, when every Cyrillic letter of it has a twin there. */
    static Optional<String> latin(String name) {
        StringBuilder out = new StringBuilder(name);
        boolean changed = false;
        for (int i = 0; i < out.length(); i++) {
            if (!cyrillic(out.charAt(i))) continue;
            int twin = CYRILLIC.indexOf(out.charAt(i));
            if (twin < 0) return Optional.empty();
            out.setCharAt(i, LATIN.charAt(twin));
            changed = true;
        }
        return changed ? Optional.of(out.toString()) : Optional.empty();
    }

    /** What to tell the writer of a name of mixed letters; empty when its letters are of one alphabet. */
    public static Optional<Text> mixture(String name) {
        int at = firstCyrillic(name);
        boolean mixed = at >= 0 && name.chars().anyMatch(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z');
        if (!mixed) return Optional.empty();
        char letter = name.charAt(at);
        return Optional.of(new Text(
                "letter " + (at + 1) + ", “" + letter + "”, is Cyrillic",
                "буква " + (at + 1) + ", «" + letter + "», — русская, а не латинская"));
    }

    /** The message about a name, with what {@link #mixture} says of it. */
    public static Text noting(String name, Text message) {
        return mixture(name)
                .map(mixed -> new Text(message.en() + " (" + mixed.en() + ")", message.ru() + " (" + mixed.ru() + ")"))
                .orElse(message);
    }

    static int firstCyrillic(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (cyrillic(name.charAt(i))) return i;
        }
        return -1;
    }

    private static boolean cyrillic(char c) {
        return Character.UnicodeBlock.of(c) == Character.UnicodeBlock.CYRILLIC
                || Character.UnicodeBlock.of(c) == Character.UnicodeBlock.CYRILLIC_SUPPLEMENTARY;
    }
}
