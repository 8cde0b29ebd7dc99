package norma.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import norma.expression.Undefined;
import org.jspecify.annotations.Nullable;

/** Numbers texts in the order in which they are met. A table of open addresses: a text is found in one place of memory, mostly. */
final class Labels {

    private final List<String> inOrder = new ArrayList<>();
    private String[] table = new String[16];
    private int[] numbers = new int[16];

    /** By number: a text that lies elsewhere in memory need not be asked again. */
    private int[] hashes = new int[16];

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
        hashes[inOrder.size()] = hash(text);
        inOrder.add(text);
        return numbers[place];
    }

    /**
     * The same of many, step by step for all of them, so that the processor waits for the memory of several at a time.
     *
     * @param into their numbers; undefined for null
     */
    void number(@Nullable String[] texts, long[] into) {
        int[] homes = new int[texts.length];
        for (int i = 0; i < texts.length; i++) homes[i] = texts[i] == null ? 0 : hash(texts[i]) & table.length - 1;
        String[] there = new String[texts.length];
        for (int i = 0; i < texts.length; i++) there[i] = table[homes[i]];
        for (int i = 0; i < texts.length; i++) into[i] = numbers[homes[i]];
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i];
            if (text == null) into[i] = Undefined.LONG;
            else if (!text.equals(there[i])) into[i] = number(text);
        }
    }

    private static int hash(String text) {
        int hash = text.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    /** Where the text is, or would be. */
    private int place(String text) {
        int place = hash(text) & table.length - 1;
        while (table[place] != null && !table[place].equals(text)) place = place + 1 & table.length - 1;
        return place;
    }

    private void widen() {
        table = new String[2 * table.length];
        numbers = new int[table.length];
        hashes = Arrays.copyOf(hashes, table.length);
        for (int number = 0; number < inOrder.size(); number++) {
            int place = hashes[number] & table.length - 1;
            while (table[place] != null) place = place + 1 & table.length - 1;
            table[place] = inOrder.get(number);
            numbers[place] = number;
        }
    }
}
