package norma.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers texts in the order in which they are met. A table of open addresses: a text is found in one place of memory, mostly. */
final class Labels {

    private final List<String> inOrder = new ArrayList<>();
    private String[] table = new String[16];
    private int[] numbers = new int[16];

    int size() {
        return inOrder.size();
    }

    String get(int number) {
        return inOrder.get(number);
    }

    /** From 0; a new one for a text that is met for the first time. */
    int number(String text) {
        int place = place(text);
        if (table[place] != null) return numbers[place];
        if (3 * inOrder.size() >= 2 * table.length) {
            widen();
            place = place(text);
        }
        table[place] = text;
        numbers[place] = inOrder.size();
        inOrder.add(text);
        return numbers[place];
    }

    /** Where the text is, or would be. */
    private int place(String text) {
        int hash = text.hashCode() * 0x9E3779B9;
        int place = (hash ^ hash >>> 15) & table.length - 1;
        while (table[place] != null && !table[place].equals(text)) place = place + 1 & table.length - 1;
        return place;
    }

    private void widen() {
        table = new String[2 * table.length];
        numbers = Arrays.copyOf(numbers, table.length);
        for (int number = 0; number < inOrder.size(); number++) {
            int place = place(inOrder.get(number));
            table[place] = inOrder.get(number);
            numbers[place] = number;
        }
    }
}
