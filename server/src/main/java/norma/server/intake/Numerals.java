package norma.server.intake;

import java.math.BigDecimal;

/** Reads numbers as one source writes them; exact, and strict about where groups of digits end. */
final class Numerals {

    private static final int LONGEST = 60;
    private static final int EXPONENT_DIGITS = 3;
    private static final String SPACES = " \u00A0\u202F\u2009";
    private static final String APOSTROPHES = "'\u2019";

    private final char decimal;
    private final String groups;

    /** @param group empty for none; a space stands for every kind of space */
    Numerals(char decimal, String group) {
        this.decimal = decimal;
        this.groups = SPACES.contains(group) && !group.isEmpty() ? SPACES : group.equals("'") ? APOSTROPHES : group;
    }

    BigDecimal read(String text) throws Unreadable {
        if (text.length() > LONGEST) throw wrong();
        char[] plain = new char[text.length()];
        int length = 0;
        int at = 0;
        if (!text.isEmpty() && "+-\u2212".indexOf(text.charAt(0)) >= 0) {
            if (text.charAt(at++) != '+') plain[length++] = '-';
        }
        int first = length;
        int run = 0;
        boolean grouped = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isDigit(c)) {
                plain[length++] = c;
                run++;
            } else if (groups.indexOf(c) >= 0) {
                if (grouped ? run != 3 : run < 1 || run > 3) throw wrong();
                grouped = true;
                run = 0;
            } else break;
        }
        if (grouped && run != 3) throw wrong();
        if (at < text.length() && text.charAt(at) == decimal) {
            plain[length++] = '.';
            for (at++; at < text.length() && isDigit(text.charAt(at)); at++) plain[length++] = text.charAt(at);
        }
        boolean digits = false;
        for (int i = first; i < length; i++) digits |= plain[i] != '.';
        if (!digits) throw wrong();
        if (at < text.length()) length = exponent(text, at, plain, length);
        return new BigDecimal(plain, 0, length);
    }

    private int exponent(String text, int from, char[] plain, int length) throws Unreadable {
        int at = from;
        int to = length;
        if (text.charAt(at) != 'E' && text.charAt(at) != 'e') throw wrong();
        plain[to++] = text.charAt(at++);
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) plain[to++] = text.charAt(at++);
        int digits = text.length() - at;
        if (digits < 1 || digits > EXPONENT_DIGITS) throw wrong();
        for (; at < text.length(); at++) {
            if (!isDigit(text.charAt(at))) throw wrong();
            plain[to++] = text.charAt(at);
        }
        return to;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Unreadable wrong() {
        String grouping = groups.isEmpty() ? "" : ", “" + groups.charAt(0) + "” between thousands";
        String groupingRu = groups.isEmpty() ? "" : ", разряды через «" + groups.charAt(0) + "»";
        return new Unreadable(
                Reason.NOT_A_NUMBER,
                "not a number (decimals after “" + decimal + "”" + grouping + ")",
                "не число (дробная часть после «" + decimal + "»" + groupingRu + ")");
    }
}
