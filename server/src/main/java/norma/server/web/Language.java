package norma.server.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language of whoever reads: the one asked for, the one asked for before, or what the browser prefers. */
final class Language {

    private static final String NAME = "lang";
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final int YEAR = 365 * 24 * 60 * 60;

    private Language() {}

    /** A language that is asked for stays. */
    static Locale of(Context request) {
        Optional<Locale> asked = known(request.queryParam(NAME));
        asked.ifPresent(locale ->
                request.cookie(new Cookie(NAME, locale.getLanguage(), "/", YEAR, false, true, null, SameSite.LAX)));
        return asked.or(() -> known(request.cookie(NAME)))
                .orElseGet(() -> preferred(request.header("Accept-Language")));
    }

    private static Optional<Locale> known(@Nullable String word) {
        if (word == null) return Optional.empty();
        return switch (word) {
            case "ru" -> Optional.of(RUSSIAN);
            case "en" -> Optional.of(Locale.ENGLISH);
            default -> Optional.empty();
        };
    }

    static Locale preferred(@Nullable String header) {
        if (header == null) return Locale.ENGLISH;
        try {
            List<Locale> both = List.of(Locale.ENGLISH, RUSSIAN);
            Locale found = Locale.lookup(Locale.LanguageRange.parse(header), both);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
