package norma.measure;

import norma.fact.Fact;

/** Those facts of a batch that something is known to hold for, side by side. Written over for each batch: it allocates nothing. */
final class Chosen {

    /** The first {@link #many}. */
    final Fact[] facts = new Fact[Batch.MOST];

    /** Where each stands in its batch, rising. */
    final int[] places = new int[Batch.MOST];

    int many;

    void clear() {
        many = 0;
    }

    void add(Fact fact, int place) {
        facts[many] = fact;
        places[many++] = place;
    }
}
