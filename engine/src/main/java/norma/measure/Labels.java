package norma.measure;

import java.util.ArrayList;
import java.util.List;
import norma.expression.Undefined;
import org.jspecify.annotations.Nullable;

/**
 * Numbers texts in the order in which they are met. A table of open addresses: each entry has a text's number and its hash, so
 * that hardly any text is looked at that is not meant. Safe for many threads.
 */
final class Labels {

    private static final long NONE = 0;

    private final List<String> inOrder = new ArrayList<>();

    /** Above the hash, below the number and one more. */
    private long[] entries = new long[16];

    synchronized int size() {
        return inOrder.size();
    }

    synchronized String get(int number) {
        return inOrder.get(number);
    }

    /** From 0; a new one for a text that is met for the first time. */
    synchronized int number(String text) {
        int hash = hash(text);
        int mask = entries.length - 1;
        int place = hash & mask;
        for (long entry = entries[place]; entry != NONE; entry = entries[place]) {
            if (hashIn(entry) == hash && inOrder.get(numberIn(entry)).equals(text)) return numberIn(entry);
            place = place + 1 & mask;
        }
        inOrder.add(text);
        entries[place] = (long) hash << Integer.SIZE | inOrder.size();
        if (3 * inOrder.size() > 2 * entries.length) widen();
        return inOrder.size() - 1;
    }

    /**
     * The same of many, step by step for all of them, so that the processor waits for the memory of several at a time.
     *
     * @param into their numbers; undefined for null
     */
    synchronized void number(@Nullable String[] texts, long[] into) {
        int[] hashes = new int[texts.length];
        for (int i = 0; i < texts.length; i++) hashes[i] = texts[i] == null ? 0 : hash(texts[i]);
        long[] likely = new long[texts.length];
        for (int i = 0; i < texts.length; i++) likely[i] = entries[hashes[i] & entries.length - 1];
        String[] known = new String[texts.length];
        for (int i = 0; i < texts.length; i++)
            known[i] = likely[i] != NONE && hashIn(likely[i]) == hashes[i] ? inOrder.get(numberIn(likely[i])) : null;
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i];
            if (text == null) into[i] = Undefined.LONG;
            else into[i] = text.equals(known[i]) ? numberIn(likely[i]) : number(text);
        }
    }

    private static int hash(String text) {
        int hash = text.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    private static int hashIn(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    private static int numberIn(long entry) {
        return (int) entry - 1;
    }

    private void widen() {
        long[] before = entries;
        entries = new long[2 * before.length];
        int mask = entries.length - 1;
        for (long entry : before) {
            if (entry == NONE) continue;
            int place = hashIn(entry) & mask;
            while (entries[place] != NONE) place = place + 1 & mask;
            entries[place] = entry;
        }
    }
}
