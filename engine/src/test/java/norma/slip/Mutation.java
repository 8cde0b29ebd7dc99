package norma.slip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text with one thing changed in it, as a hand that slips would.
 *
 * @param kind what was done
 * @param first the first line of {@code text} that is not as it was, from 1
 * @param last the last such line; before {@code first} when lines are only gone
 */
public record Mutation(Kind kind, String text, int first, int last) {

    public enum Kind {
        LINE_DELETED,
        LINE_DUPLICATED,
        BLOCK_DELETED,
        BLOCK_DUPLICATED,
        LINES_SWAPPED,
        LINES_JOINED,
        TOKEN_DELETED,
        TOKEN_DUPLICATED,
        KEY_MISSPELT,
        WORD_MISSPELT,
        LOOKALIKE,
        INDENT_SHIFTED,
        TAB,
        NO_BREAK_SPACE,
        CHARACTER_ADDED,
        TYPE_CHANGED,
        TRUNCATED,
        SPLICED
    }

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_]+|[^\\s\\p{L}\\p{N}_]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]+");
    private static final Pattern KEY = Pattern.compile("[A-Za-z_][\\w-]*(?=:( |$))");
    private static final Pattern VALUE = Pattern.compile("(?<=: )[^,{}\\[\\]\\s]+");
    private static final String LATIN = "aeocpx";
    private static final String CYRILLIC = "аеосрх";
    private static final List<String> CHARACTERS = List.of(
            ":", ": ", "{", "}", "[", "]", ",", "\"", "'", "#", " #", "&", "*", "!", "|", ">", "%", "@", "`", "-", "- ",
            "?", "\\", "\u200b", "\u0007", "о", "0", "(", ")");
    private static final List<String> OTHER_TYPES = List.of(
            "1",
            "-1",
            "text",
            "",
            "[]",
            "[1, 2]",
            "[[a]]",
            "{}",
            "{ a: 1 }",
            "''",
            ">5",
            "|",
            "no",
            "010",
            "~",
            "12:30");

    /** Empty lines and comments say nothing: damage to them is no mutation. */
    public static Mutation of(Kind kind, String original, String other, Random random) {
        List<String> lines = new ArrayList<>(original.lines().toList());
        int at = random.nextInt(lines.size());
        while (saysNothing(lines.get(at))) at = random.nextInt(lines.size());
        String line = lines.get(at);
        int indent = indent(line);
        switch (kind) {
            case LINE_DELETED -> lines.remove(at);
            case LINE_DUPLICATED -> lines.add(at, line);
            case BLOCK_DELETED -> block(lines, at).clear();
            case BLOCK_DUPLICATED -> lines.addAll(at, List.copyOf(block(lines, at)));
            case LINES_SWAPPED -> Collections.swap(lines, at, (at + 1) % lines.size());
            case LINES_JOINED -> {
                if (at + 1 < lines.size()) lines.set(at, line + lines.remove(at + 1));
            }
            case TOKEN_DELETED -> lines.set(at, replaced(line, TOKEN, random, token -> ""));
            case TOKEN_DUPLICATED -> lines.set(at, replaced(line, TOKEN, random, token -> token + " " + token));
            case KEY_MISSPELT -> lines.set(at, replaced(line, KEY, random, key -> misspelt(key, random)));
            case WORD_MISSPELT -> lines.set(at, replaced(line, WORD, random, word -> misspelt(word, random)));
            case LOOKALIKE -> lines.set(at, replaced(line, WORD, random, word -> lookalike(word, random)));
            case INDENT_SHIFTED -> {
                int shift = random.nextBoolean() ? 1 + random.nextInt(2) : -Math.min(indent, 1 + random.nextInt(2));
                lines.set(at, " ".repeat(indent + shift) + line.substring(indent));
            }
            case TAB -> lines.set(at, replaced(line, Pattern.compile(" +"), random, blank -> "\t"));
            case NO_BREAK_SPACE -> lines.set(at, replaced(line, Pattern.compile(" "), random, blank -> "\u00a0"));
            case CHARACTER_ADDED -> {
                int column = indent + random.nextInt(line.length() - indent + 1);
                lines.set(at, line.substring(0, column) + pick(CHARACTERS, random) + line.substring(column));
            }
            case TYPE_CHANGED -> lines.set(at, replaced(line, VALUE, random, value -> pick(OTHER_TYPES, random)));
            case TRUNCATED -> {
                lines.subList(at + 1, lines.size()).clear();
                lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
            }
            case SPLICED -> {
                lines.subList(at, lines.size()).clear();
                List<String> rest = other.lines().toList();
                lines.addAll(rest.subList(random.nextInt(rest.size()), rest.size()));
            }
        }
        return between(kind, original, String.join("\n", lines) + "\n");
    }

    private static Mutation between(Kind kind, String original, String text) {
        List<String> before = original.lines().toList();
        List<String> after = text.lines().toList();
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) head++;
        int tail = 0;
        while (tail < shorter - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail)))
            tail++;
        return new Mutation(kind, text, head + 1, after.size() - tail);
    }

    /** On a line that is not as it was or, where lines are gone, on either side of the gap. */
    public boolean isAt(int line) {
        return last < first ? line == first || line == first - 1 : line >= first && line <= last;
    }

    /** Takes whole lines away and leaves nothing of them. */
    boolean losesLines() {
        return Set.of(Kind.LINE_DELETED, Kind.BLOCK_DELETED, Kind.TRUNCATED, Kind.SPLICED)
                .contains(kind);
    }

    boolean isNextTo(int line) {
        return isAt(line - 1) || isAt(line + 1);
    }

    /** The ids of the definitions that it is in, before and after; {@code model} for what is in none. */
    public Set<String> definitions(String before) {
        Set<String> ids = new HashSet<>();
        int tail = (int) text.lines().count() - last;
        List<String> lines = before.lines().toList();
        definitions(lines, first, Math.max(first, lines.size() - tail), ids);
        definitions(text.lines().toList(), first, Math.max(first, last), ids);
        return ids;
    }

    private static void definitions(List<String> lines, int from, int to, Set<String> ids) {
        int at = Math.min(from, lines.size());
        while (at > 1 && !lines.get(at - 1).matches("( {2})?\\w.*")) at--;
        for (int line = at; line <= Math.min(to, lines.size()); line++) {
            String text = lines.get(line - 1);
            if (text.matches(" {2}\\w+:.*")) ids.add(text.strip().replaceFirst(":.*", ""));
        }
        while (at > 1 && !lines.get(at - 1).matches("\\w.*")) at--;
        for (int line = at; line <= Math.min(to, lines.size()); line++) {
            if (lines.get(line - 1).startsWith("model")) ids.add("model");
        }
    }

    /** The lines of the original that are not as they were. */
    String before(String original) {
        List<String> lines = original.lines().toList();
        int tail = (int) text.lines().count() - last;
        return String.join("\n", lines.subList(first - 1, Math.max(first - 1, lines.size() - tail)));
    }

    String after() {
        return String.join("\n", text.lines().toList().subList(first - 1, Math.max(first - 1, last)));
    }

    /** Its lines with one more on either side. */
    public String shown() {
        StringBuilder out = new StringBuilder(kind + "\n");
        List<String> lines = text.lines().toList();
        for (int line = Math.max(1, first - 1); line <= Math.min(lines.size(), Math.min(last, first + 3) + 1); line++)
            out.append("%s %3d | %s%n".formatted(isAt(line) ? "*" : " ", line, lines.get(line - 1)));
        return out.toString();
    }

    /** With all that is deeper than its first line. */
    private static List<String> block(List<String> lines, int at) {
        int end = at + 1;
        while (end < lines.size() && !lines.get(end).isBlank() && indent(lines.get(end)) > indent(lines.get(at))) end++;
        return lines.subList(at, end);
    }

    private static String misspelt(String word, Random random) {
        int at = random.nextInt(word.length());
        String rest = word.substring(Math.min(at + 1, word.length()));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + rest;
            case 1 -> word.substring(0, at + 1) + word.charAt(at) + rest;
            case 2 ->
                rest.isEmpty()
                        ? word + "s"
                        : word.substring(0, at) + rest.charAt(0) + word.charAt(at) + rest.substring(1);
            default -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
        };
    }

    private static String lookalike(String word, Random random) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < word.length(); i++)
            if (LATIN.indexOf(word.charAt(i)) >= 0 || CYRILLIC.indexOf(word.charAt(i)) >= 0) places.add(i);
        if (places.isEmpty()) return word;
        int at = pick(places, random);
        int latin = LATIN.indexOf(word.charAt(at));
        char twin = latin >= 0 ? CYRILLIC.charAt(latin) : LATIN.charAt(CYRILLIC.indexOf(word.charAt(at)));
        return word.substring(0, at) + twin + word.substring(at + 1);
    }

    private static String replaced(
            String line, Pattern pattern, Random random, java.util.function.UnaryOperator<String> by) {
        List<MatchResult> found = pattern.matcher(line).results().toList();
        if (found.isEmpty()) return line;
        MatchResult match = pick(found, random);
        return line.substring(0, match.start()) + by.apply(match.group()) + line.substring(match.end());
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static boolean saysNothing(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
