package norma.server.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happens to every cell before anything else sees it: blanks around it go, value maps apply, null words vanish. */
final class Cleaning {

    private static final class Replacements {
        private final String column;
        private final int place;
        private final Map<String, String> to;
        private final Set<String> unused;
        private final Samples unmatched = new Samples();

        Replacements(String column, int place, Map<String, String> to) {
            this.column = column;
            this.place = place;
            this.to = to;
            this.unused = new java.util.LinkedHashSet<>(to.keySet());
        }

        @Nullable
        String of(@Nullable String value) {
            String written = value == null ? "" : value;
            String replacement = to.get(written);
            if (replacement == null) {
                if (!written.isEmpty()) unmatched.add(written);
                return value;
            }
            if (!unused.isEmpty()) unused.remove(written);
            return replacement;
        }
    }

    private final Formats formats;
    private final List<Replacements> replacements = new ArrayList<>();

    Cleaning(Formats formats) {
        this.formats = formats;
    }

    void replace(String column, int place, Map<String, String> to) {
        replacements.add(new Replacements(column, place, new HashMap<>(to)));
    }

    void clean(@Nullable String[] cells) {
        if (formats.trim()) for (int i = 0; i < cells.length; i++) cells[i] = stripped(cells[i]);
        for (Replacements map : replacements) cells[map.place] = map.of(cells[map.place]);
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            if (cell != null && (cell.isEmpty() || formats.nulls().contains(cell))) cells[i] = null;
        }
    }

    /** No-break spaces are blanks too. */
    static @Nullable String stripped(@Nullable String text) {
        if (text == null || text.isEmpty()) return text;
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) from++;
        while (to > from && isBlank(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    List<Account.ValuesAccount> account() {
        return replacements.stream()
                .map(map -> new Account.ValuesAccount(
                        map.column,
                        map.unused.stream().sorted().toList(),
                        map.unmatched.count(),
                        map.unmatched.shown()))
                .toList();
    }

    /** How many rows say nothing in each of some columns. */
    static final class Blanks {
        private final Map<String, Integer> places;
        private final Map<String, Long> counts = new TreeMap<>();

        Blanks(Map<String, Integer> places) {
            this.places = places;
        }

        void count(@Nullable String[] cells) {
            places.forEach((name, place) -> {
                boolean own = place < cells.length; // not one that a turned row adds
                if (own && cells[place] == null) counts.merge(name, 1L, Long::sum);
            });
        }

        Map<String, Long> counts() {
            return counts;
        }
    }
}
