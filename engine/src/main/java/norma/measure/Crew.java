package norma.measure;

import java.util.List;

/**
 * Does pieces of work that leave each other alone, and returns when all are done. Whoever has threads may give one that uses
 * them; the engine has none of its own.
 */
public interface Crew {

    /** One piece after the other, on the caller's thread. */
    Crew ALONE = new Crew() {
        @Override
        public int pieces(int facts) {
            return 1;
        }

        @Override
        public void doAll(List<Runnable> pieces) {
            pieces.forEach(Runnable::run);
        }
    };

    /** Into how many pieces it is worth to part so many facts; at least one. */
    int pieces(int facts);

    /** Where a piece begins, counted from 0, and the one before it ends. */
    static int start(int piece, int pieces, int facts) {
        return (int) ((long) facts * piece / pieces);
    }

    /** What one piece throws is thrown here; what pieces wrote is seen by the caller. */
    void doAll(List<Runnable> pieces);

    /** The same; a single piece is done at once, since to hand it over would cost more than most of them do. */
    default void share(List<Runnable> pieces) {
        if (pieces.size() == 1) pieces.get(0).run();
        else doAll(pieces);
    }
}
