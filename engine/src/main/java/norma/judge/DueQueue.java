package norma.judge;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is to be looked at again, and when; each has a small number, and at most one time, the last that was set. A heap of which
 * each number knows its place; numbers that are new wait behind it unsorted, so that a million of them cost one pass when it is
 * next asked. What is put off stays where it is until its earlier time has come to the top: most is put off again before.
 */
final class DueQueue {

    static final long NEVER = Long.MAX_VALUE;

    /** The time that is set for each number, and after it when the number is in its turn: not later. What is set beyond it leaves the heap alone. */
    private long[] times = {};

    /** Where each number that has a time is in the heap. */
    private int[] places = {};

    private int[] heap = new int[8];
    /** When each number of the heap is in its turn, beside it as well: whoever passes through the heap asks for nothing else. */
    private long[] turns = new long[8];

    private int size;
    private int sorted;

    /** @param at epoch milliseconds; {@link #NEVER} for never */
    void set(int number, long at) {
        if (number >= places.length) widen(number);
        long before = times[2 * number];
        times[2 * number] = at;
        if (at == NEVER) {
            if (before != NEVER) remove(number);
        } else if (before == NEVER) {
            add(number, at);
        } else if (at < times[2 * number + 1]) {
            times[2 * number + 1] = at;
            turns[places[number]] = at;
            if (places[number] < sorted) rise(places[number]);
        }
    }

    private void widen(int number) {
        int known = places.length;
        places = Arrays.copyOf(places, Math.max(number + 1, known + known / 2));
        times = Arrays.copyOf(times, 2 * places.length);
        Arrays.fill(times, 2 * known, times.length, NEVER);
    }

    private void add(int number, long at) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size + size / 2);
            turns = Arrays.copyOf(turns, heap.length);
        }
        times[2 * number + 1] = at;
        put(number, at, size++);
    }

    /** {@link #NEVER} for never. */
    long at(int number) {
        return number < places.length ? times[2 * number] : NEVER;
    }

    /** The earliest time that is set; {@link #NEVER} for none. */
    long next() {
        sort();
        while (size > 0 && times[2 * heap[0]] > turns[0]) {
            turns[0] = times[2 * heap[0]];
            times[2 * heap[0] + 1] = turns[0];
            sink(0);
        }
        return size == 0 ? NEVER : turns[0];
    }

    /** Takes out everything that is due by now. */
    int[] due(long now) {
        IntStream.Builder due = IntStream.builder();
        while (next() <= now && size > 0) {
            due.add(heap[0]);
            set(heap[0], NEVER);
        }
        return due.build().toArray();
    }

    /** Few new numbers rise to their places one by one; where they are many, all sink anew. */
    private void sort() {
        if (sorted == size) return;
        if (size - sorted < sorted / 8) {
            while (sorted < size) rise(sorted++);
            return;
        }
        sorted = size;
        for (int place = sorted / 2 - 1; place >= 0; place--) sink(place);
    }

    private void remove(int number) {
        int place = places[number];
        if (place < sorted) {
            sort();
            place = places[number];
            sorted--;
        }
        size--;
        if (place == size) return;
        int last = heap[size];
        put(last, turns[size], place);
        if (place >= sorted) return;
        rise(place);
        sink(places[last]);
    }

    private void rise(int from) {
        int number = heap[from];
        long turn = turns[from];
        int place = from;
        while (place > 0 && turns[(place - 1) / 2] > turn) {
            put(heap[(place - 1) / 2], turns[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }
        if (place != from) put(number, turn, place);
    }

    private void sink(int from) {
        int number = heap[from];
        long turn = turns[from];
        int place = from;
        while (2 * place + 1 < sorted) {
            int child = 2 * place + 1;
            if (child + 1 < sorted && turns[child + 1] < turns[child]) child++;
            if (turns[child] >= turn) break;
            put(heap[child], turns[child], place);
            place = child;
        }
        if (place != from) put(number, turn, place);
    }

    private void put(int number, long turn, int place) {
        heap[place] = number;
        turns[place] = turn;
        places[number] = place;
    }
}
