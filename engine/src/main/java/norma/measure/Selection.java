package norma.measure;

import java.util.Arrays;

/** The value that would be at a place if values were in order, found without putting all of them in order: in linear time, mostly. */
final class Selection {

    private static final int ROUNDS = 64;

    private final long[] values;
    private int low;

    /** @param values are moved about */
    Selection(long[] values) {
        this.values = values;
    }

    /**
     * The value at a place, from 0 for the smallest.
     *
     * @param place not below one that was asked for before
     */
    long at(int place) {
        int high = values.length - 1;
        for (int round = 0; low < high; round++) {
            if (round == ROUNDS) { // pivots that part nothing
                Arrays.sort(values, low, high + 1);
                break;
            }
            long pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (values[left] < pivot) left++;
                while (values[right] > pivot) right--;
                if (left <= right) swap(left++, right--);
            }
            if (place <= right) high = right;
            else if (place >= left) low = left;
            else return pivot;
        }
        return values[place];
    }

    private static long middle(long one, long two, long three) {
        return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
    }

    private void swap(int one, int other) {
        long value = values[one];
        values[one] = values[other];
        values[other] = value;
    }
}
