package norma.server.cli;

import java.util.Locale;
import java.util.Optional;

/** The language of a run: asked for, or that of the environment as POSIX orders its variables. */
final class Language {

    static final Locale RUSSIAN = new Locale("ru");

    private Language() {}

    /** Looks at the arguments themselves, since help and complaints about other arguments need it too. */
    static Locale of(String[] arguments, Shell shell) {
        Optional<String> asked = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--")) break;
            if (arguments[i].startsWith("--lang=")) asked = Optional.of(arguments[i].substring("--lang=".length()));
            else if (arguments[i].equals("--lang") && i + 1 < arguments.length) asked = Optional.of(arguments[i + 1]);
        }
        String language = asked.or(() -> shell.variable("LC_ALL"))
                .or(() -> shell.variable("LC_MESSAGES"))
                .or(() -> shell.variable("LANG"))
                .orElse("en");
        return language.startsWith("ru") ? RUSSIAN : Locale.ENGLISH;
    }
}
